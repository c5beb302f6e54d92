using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace WhistleNet.Log;

/// <summary>What holds for every chain of rows, whatever stands in them.</summary>
public sealed class ChainProperties
{
    /// <summary>A chain, and the place where somebody lays a hand on it.</summary>
    public sealed record Case(IReadOnlyList<Row> Rows, int Hand)
    {
        public int At => Hand % Rows.Count;

        public Case With(Row row) => this with { Rows = [.. Rows.Select((r, i) => i == At ? row : r)] };
    }

    public static class Cases
    {
        public static Arbitrary<Case> Any() => Gen.Zip(Fields().NonEmptyListOf(), Gen.Choose(0, 1_000))
            .Select(c => new Case(Written("alert-1", c.Item1), c.Item2)).ToArbitrary();

        private static Gen<(object?[], object?[])> Fields() => Gen.Zip(Field().ArrayOf(3), Field().ArrayOf(2)).Select(f => (f.Item1, f.Item2));

        private static Gen<object?> Field() => Gen.OneOf(
            Gen.Constant((object?)null), Gen.Choose(-3, 3).Select(n => (object?)(long)n), Gen.Elements<object?>("", "a", "ab", "b", "张三", "\0", "1"));
    }

    [Property(Arbitrary = [typeof(Cases)])]
    public void What_was_written_follows(Case chain) => Assert.Null(FirstFault(chain.Rows));

    [Property(Arbitrary = [typeof(Cases)])]
    public void A_field_that_stays_cannot_change_unseen_and_the_row_is_named(Case chain, int field, bool longer)
    {
        var row = chain.Rows[chain.At];
        var changed = chain.With(row with { Plain = Changed(row.Plain, field, longer) });
        Assert.Equal((chain.At, Fault.Changed), FirstFault(changed.Rows));
    }

    [Property(Arbitrary = [typeof(Cases)])]
    public void A_personal_field_cannot_change_unseen_either(Case chain, int field, bool longer)
    {
        var row = chain.Rows[chain.At];
        var changed = chain.With(row with { Personal = Changed(row.Personal, field, longer) });
        Assert.Equal((chain.At, Fault.PersonalChanged), FirstFault(changed.Rows));
    }

    [Property(Arbitrary = [typeof(Cases)])]
    public void What_was_masked_still_follows(Case chain) => Assert.Null(FirstFault(chain.With(Masked(chain.Rows[chain.At])).Rows));

    [Property(Arbitrary = [typeof(Cases)])]
    public void A_row_without_its_salt_that_still_says_something_is_no_masked_row(Case chain)
    {
        var row = chain.Rows[chain.At] with { Salt = null, Personal = ["somebody else", null] };
        Assert.Equal((chain.At, Fault.PersonalChanged), FirstFault(chain.With(row).Rows));
    }

    [Property(Arbitrary = [typeof(Cases)])]
    public void A_byte_of_salt_digest_or_hash_cannot_change_unseen(Case chain, byte place, byte bit)
    {
        var row = chain.Rows[chain.At];
        Assert.Equal((chain.At, Fault.PersonalChanged), FirstFault(chain.With(row with { Salt = Flipped(row.Salt!, place, bit) }).Rows));
        Assert.Equal((chain.At, Fault.Changed), FirstFault(chain.With(row with { Digest = Flipped(row.Digest, place, bit) }).Rows));
        Assert.Equal((chain.At, Fault.Changed), FirstFault(chain.With(row with { Link = row.Link with { Hash = Flipped(row.Link.Hash, place, bit) } }).Rows));
    }

    [Property(Arbitrary = [typeof(Cases)])]
    public void A_row_that_was_taken_out_of_the_middle_is_missed(Case chain)
    {
        if (chain.At == chain.Rows.Count - 1) return; // that is a cut end, which only a head kept elsewhere can tell
        Assert.Equal((chain.At, Fault.Missing), FirstFault([.. chain.Rows.Where((_, i) => i != chain.At)]));
    }

    [Property(Arbitrary = [typeof(Cases)])]
    public void Two_rows_that_changed_places_are_found_at_the_first(Case chain)
    {
        if (chain.At == chain.Rows.Count - 1) return;
        var (one, other) = (chain.Rows[chain.At], chain.Rows[chain.At + 1]);
        var swapped = chain.Rows.ToList();
        (swapped[chain.At], swapped[chain.At + 1]) = (other with { Link = other.Link with { Seq = one.Link.Seq } }, one with { Link = one.Link with { Seq = other.Link.Seq } });
        Assert.Equal((chain.At, Fault.Changed), FirstFault(swapped));
    }

    [Property(Arbitrary = [typeof(Cases)])]
    public void A_row_of_another_chain_does_not_fit(Case chain)
    {
        var row = chain.Rows[chain.At];
        var others = Written("alert-2", [.. chain.Rows.Select(r => (r.Plain.ToArray(), r.Personal.ToArray()))]);
        Assert.Equal((chain.At, Fault.Changed), FirstFault(chain.With(others[chain.At] with { Link = others[chain.At].Link with { Chain = "alert-1" } }).Rows));
        Assert.NotEqual(row.Link.Hash, others[chain.At].Link.Hash);
    }

    [Property]
    public void Where_one_field_ends_and_the_next_begins_is_part_of_the_hash(NonNull<string> one, NonNull<string> other)
    {
        if (other.Get.Length == 0) return;
        var start = Link.Start("c");
        Assert.NotEqual(start.Next([one.Get, other.Get], []).Hash, start.Next([one.Get + other.Get[..1], other.Get[1..]], []).Hash);
        Assert.NotEqual(start.Next([one.Get, null], []).Hash, start.Next([one.Get], []).Hash);
        Assert.NotEqual(start.Next([one.Get, ""], []).Hash, start.Next([one.Get, null], []).Hash);
    }

    private static List<Row> Written(string chain, IReadOnlyList<(object?[] Plain, object?[] Personal)> rows)
    {
        var (end, written) = (Link.Start(chain), new List<Row>());
        foreach (var (plain, personal) in rows)
        {
            byte[] salt = [(byte)end.Seq, 7, 7];
            var digest = Link.Digest(salt, personal);
            end = end.Next(plain, digest);
            written.Add(new Row(end, plain, personal, salt, digest));
        }
        return written;
    }

    private static (int At, Fault Fault)? FirstFault(IReadOnlyList<Row> rows)
    {
        var check = new ChainCheck("alert-1");
        for (var i = 0; i < rows.Count; i++)
        {
            if (check.Next(rows[i]) is { } fault) return (i, fault);
        }
        return null;
    }

    private static Row Masked(Row row) => row with { Salt = null, Personal = [.. row.Personal.Select(_ => (object?)null)] };

    private static object?[] Changed(IReadOnlyList<object?> fields, int which, bool longer)
    {
        var at = (int)((uint)which % fields.Count);
        return [.. fields.Select((f, i) => i != at ? f : f switch { null => "", long n => n + 1, string { Length: > 0 } text when !longer => text[..^1], string text => text + "x", _ => null })];
    }

    private static byte[] Flipped(byte[] bytes, byte place, byte bit) => [.. bytes.Select((b, i) => i == place % bytes.Length ? (byte)(b ^ (1 << (bit % 8))) : b)];
}
