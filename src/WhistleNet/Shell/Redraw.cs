using Microsoft.AspNetCore.Components;

namespace WhistleNet.Shell;

/// <summary>
/// A component that draws only when what it shows was replaced, or when somebody touched it: one receipt must not redraw every card of
/// every console.
/// </summary>
public abstract class Redraw : ComponentBase, IHandleEvent
{
    private object? _drawn;
    private bool _touched = true;

    /// <summary>What is drawn; an equal value means the same picture.</summary>
    protected abstract object Shown { get; }

    protected override bool ShouldRender()
    {
        if (!_touched && Shown.Equals(_drawn)) return false;
        (_touched, _drawn) = (false, Shown);
        return true;
    }

    async Task IHandleEvent.HandleEventAsync(EventCallbackWorkItem callback, object? arg)
    {
        var work = callback.InvokeAsync(arg);
        Touch();
        await work;
        Touch();
    }

    /// <summary>Draws again although nothing was replaced.</summary>
    protected void Touch()
    {
        _touched = true;
        StateHasChanged();
    }
}
