using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using WhistleNet.People;
using WhistleNet.Shell;

namespace WhistleNet.Circles;

/// <summary>A page of the register: whose it is, which station's, and a look again every few seconds, since links come and go.</summary>
public abstract class RegisterPage : ComponentBase, IDisposable
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(5);
    private readonly CultureInfo _language = CultureInfo.CurrentUICulture;
    private ITimer? _timer;

    [Inject] protected RegisterBoard Board { get; set; } = default!;
    [Inject] protected TimeProvider Time { get; set; } = default!;
    [Inject] protected NavigationManager Address { get; set; } = default!;
    [CascadingParameter] private Task<AuthenticationState> SignedIn { get; set; } = default!;

    /// <summary>For whoever may see several.</summary>
    [SupplyParameterFromQuery(Name = "station")] public string? StationId { get; set; }

    protected Actor Who { get; private set; } = Actor.System;
    protected IReadOnlyList<Station> Stations { get; private set; } = [];
    protected Station? Station => Stations.FirstOrDefault(s => s.Id == StationId) ?? (Stations.Count > 0 ? Stations[0] : null);

    /// <summary>Reads what the page shows.</summary>
    protected abstract Task Look();

    protected override async Task OnInitializedAsync()
    {
        Who = (await SignedIn).User.Actor();
        _timer = Time.CreateTimer(_ => _ = InvokeAsync(LookAgain), null, Pace, Pace);
    }

    protected override Task OnParametersSetAsync()
    {
        Stations = Board.Stations(Who);
        return Look();
    }

    /// <summary>The page's own address with something else asked of it; a repeated question replaces the last in the history.</summary>
    protected void Ask(IReadOnlyDictionary<string, object?> what) => Address.NavigateTo(Address.GetUriWithQueryParameters(what), replace: true);

    protected static int Rounded(double metres) => (int)Math.Round(metres);

    public void Dispose()
    {
        _timer?.Dispose();
        GC.SuppressFinalize(this);
    }

    private async Task LookAgain()
    {
        CultureInfo.CurrentUICulture = _language; // a timer's thread has its own
        Stations = Board.Stations(Who);
        await Look();
        StateHasChanged();
    }
}
