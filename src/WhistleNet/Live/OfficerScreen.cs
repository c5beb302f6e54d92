using Microsoft.AspNetCore.Components.Server.Circuits;
using WhistleNet.People;

namespace WhistleNet.Live;

/// <summary>
/// One console: its circuit, whether its line is up, and what it shows. An officer counts as reachable only while a screen of theirs is
/// really connected, so that a rung which means "every console" is not called into an empty room.
/// </summary>
public sealed class OfficerScreen(Presence presence, Readers readers) : CircuitHandler, IDisposable
{
    private string _circuit = Guid.NewGuid().ToString("N");
    private Action _end = () => { };
    private Actor? _who;
    private string? _reading;

    /// <summary>The officer's screen is there; <paramref name="end"/> ends it when its account is stopped.</summary>
    public void Came(Actor who, Action end)
    {
        (_who, _end) = (who, end);
        presence.Came(who.Id, _circuit, end);
    }

    public void Beat(bool audio)
    {
        if (_who is { } who) presence.Beat(who.Id, audio);
    }

    /// <summary>Which alert's details are on the screen; none for none.</summary>
    public void Read(string? alertId)
    {
        if (_reading == alertId || _who is not { StationId: { } station } who) return;
        if (_reading is { } before) readers.Close(station, before, _circuit);
        _reading = alertId;
        if (alertId is not null) readers.Open(station, alertId, _circuit, who.Name);
    }

    public override Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        _circuit = circuit.Id;
        return Task.CompletedTask;
    }

    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        if (_who is { } who) presence.Came(who.Id, _circuit, _end);
        return Task.CompletedTask;
    }

    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        if (_who is { } who) presence.Went(who.Id, _circuit);
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        Read(null);
        if (_who is { } who) presence.Went(who.Id, _circuit);
        _who = null;
    }
}
