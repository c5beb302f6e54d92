namespace WhistleNet.Shell;

/// <summary>The described half of the contract is the built half.</summary>
public sealed class OpenApiTests
{
    private static readonly string[] Contract =
    [
        "POST /api/v1/devices/enrol", "POST /api/v1/whistles", "GET /api/v1/alerts", "GET /api/v1/alerts/{id}", "POST /api/v1/alerts/{id}/answers", "POST /api/v1/alerts/{id}/observations",
        "POST /api/v1/alerts/{id}/details", "POST /api/v1/alerts/{id}/safe", "POST /api/v1/alerts/{id}/take", "POST /api/v1/alerts/{id}/handBack", "POST /api/v1/alerts/{id}/marks",
        "POST /api/v1/alerts/{id}/widen", "POST /api/v1/alerts/{id}/escalate", "POST /api/v1/alerts/{id}/close", "POST /api/v1/alerts/{id}/reopen", "POST /api/v1/alerts/{id}/merge", "GET /api/v1/circles",
        "POST /api/v1/drills", "GET /api/v1/drills", "GET /api/v1/drills/{id}", "POST /api/v1/drills/{id}/start", "POST /api/v1/drills/{id}/stop", "POST /api/v1/drills/{id}/cancel", "POST /api/v1/drills/{id}/announce",
        "GET /api/v1/reports", "GET /api/v1/reports/{id}", "GET /api/v1/reports/{id}.json", "GET /api/v1/reports/{id}.csv",
        "POST /api/v1/bulletins",
        "GET /api/v1/drills/{id}/report", "GET /api/v1/drills/{id}/report.json", "GET /api/v1/drills/{id}/report.csv",
        "GET /health/live", "GET /health/ready", "GET /health/engine",
    ];

    [Fact]
    public async Task The_document_holds_every_call_of_the_contract_and_no_other()
    {
        await using var world = await World.With(circles: 1, shopsEach: 1);
        var document = (await world.Stranger().Get("/openapi/v1.json")).Must(200);
        var described = document.Json.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(verb => $"{verb.Name.ToUpperInvariant()} {path.Name.TrimEnd('/')}")).Where(c => c.Contains("/api/", StringComparison.Ordinal) || c.Contains("/health/", StringComparison.Ordinal));
        Assert.Equal(Contract.Order(), described.Order());
    }
}
