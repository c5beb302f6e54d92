namespace WhistleNet.Reports;

/// <summary>Questions about reports that several boards ask.</summary>
public static class ReportQueries
{
    /// <summary>Those of alerts: a drill round a table has a report too, but no alert, no shop that pressed and no times.</summary>
    public static IQueryable<Report> OfAlerts(this IQueryable<Report> reports) => reports.Where(r => r.AlertId != null);
}
