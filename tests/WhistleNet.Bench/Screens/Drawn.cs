using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.RenderTree;
using Microsoft.Extensions.Logging.Abstractions;

namespace WhistleNet.Bench.Screens;

/// <summary>A screen without a wire: components are rendered and compared with what was drawn before, and the difference is thrown away.</summary>
public sealed class Drawn<T>(IServiceProvider services) : Renderer(services, NullLoggerFactory.Instance) where T : IComponent
{
    private int? _root;

    public override Dispatcher Dispatcher { get; } = Dispatcher.CreateDefault();

    /// <summary>How many components were drawn so far.</summary>
    public int Components { get; private set; }

    public Task Show(IDictionary<string, object?> parameters) => Dispatcher.InvokeAsync(() =>
    {
        _root ??= AssignRootComponentId(InstantiateComponent(typeof(T)));
        return RenderRootComponentAsync(_root.Value, ParameterView.FromDictionary(parameters));
    });

    protected override void HandleException(Exception exception) => throw new InvalidOperationException("The screen could not be drawn.", exception);

    protected override Task UpdateDisplayAsync(in RenderBatch renderBatch)
    {
        Components += renderBatch.UpdatedComponents.Count;
        return Task.CompletedTask;
    }
}
