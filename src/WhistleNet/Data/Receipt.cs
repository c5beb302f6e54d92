namespace WhistleNet.Data;

/// <summary>What arrives often and may wait for others of its kind.</summary>
internal abstract record Receipt
{
    public sealed record Confirmed(Confirmation By) : Receipt;

    public sealed record Pushed(string AlertId, string StationId, long Version) : Receipt;

    /// <summary>One row for each alert and device: the highest version, seen if any of them was.</summary>
    public static List<Confirmation> Newest(IEnumerable<Receipt> batch) =>
        [.. batch.OfType<Confirmed>().GroupBy(r => (r.By.AlertId, r.By.DeviceId), (of, all) =>
        {
            var receipts = all.ToList();
            return new Confirmation(of.AlertId, of.DeviceId, receipts.Max(r => r.By.Version), receipts.Exists(r => r.By.Seen));
        })];
}
