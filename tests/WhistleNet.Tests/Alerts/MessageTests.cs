using System.Text.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using WhistleNet.Circles;
using WhistleNet.Drills;
using WhistleNet.Live;

namespace WhistleNet.Alerts;

/// <summary>What is sent of an alert says its mode, whoever reads it. What sends one is found in the built program.</summary>
public sealed class MessageTests(ITestOutputHelper output)
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    [Theory]
    [MemberData(nameof(RendererTests.NotReal), MemberType = typeof(RendererTests))]
    public async Task Every_message_and_every_answer_of_the_API_says_it(Mode mode)
    {
        await using var world = await World.With(circles: 1, shopsEach: 3);
        // What goes to devices: each carries the mode, or is of a drill by what it is, or names an alert without a word about it.
        var messages = typeof(IWhistleClient).GetMethods().SelectMany(m => m.GetParameters()).Select(p => p.ParameterType).ToList();
        Type[] ofDrills = [typeof(DrillNews)], ofBoth = [typeof(Board)], naming = [typeof(NoticesNews)];
        Assert.All(messages.Except(ofDrills).Except(ofBoth).Except(naming), type => Assert.True(type.GetProperty("Mode") is not null || type.GetProperty("DrillId") is not null, $"{type.Name} goes to devices and says no mode"));
        Assert.All(typeof(Board).GetProperties().Where(p => p.PropertyType != typeof(string)).Select(p => p.PropertyType.GenericTypeArguments[0]), type => Assert.True(type == typeof(DrillNews) || type.GetProperty("Mode") is not null, $"{type.Name} goes to devices in a Board and says no mode"));

        var answers = Answers(world);
        var telling = answers.Where(type => Deep(type).Any(t => t.GetProperty("AlertId") is not null || t.GetProperty("DrillId") is not null)).ToList();
        Assert.All(telling.SelectMany(Deep).Where(t => t.GetProperty("AlertId") is not null), type => Assert.True(type.GetProperty("Mode") is not null, $"{type.Name} is an answer of the API and says no mode"));

        await using var scene = await Scene.Of(world, mode);
        var town = world.The<TownHall>().Town;
        foreach (var reader in Enum.GetValues<Reader>())
        {
            var news = JsonSerializer.SerializeToElement(News.For(scene.Open.Alert, town, reader), Web);
            Assert.Equal(mode.Word(), news.GetProperty("mode").GetString());
            var view = JsonSerializer.SerializeToElement(AlertView.Of(News.For(scene.Open.Alert, town, reader), scene.Open.Alert, null, null, null), Web);
            Assert.Equal(mode.Word(), view.GetProperty("mode").GetString());
        }
        output.WriteLine($"{mode.Word()}: {messages.Count} messages of the hub, {telling.Count} of {answers.Count} kinds of answers of the API tell of alerts or drills, and say which");
    }

    private static List<Type> Answers(World world) =>
        [.. world.The<EndpointDataSource>().Endpoints.SelectMany(e => e.Metadata.OfType<IProducesResponseTypeMetadata>()).Select(p => p.Type).OfType<Type>().Where(t => t.Namespace?.StartsWith("WhistleNet", StringComparison.Ordinal) == true).Distinct()];

    private static IEnumerable<Type> Deep(Type type)
    {
        var seen = new HashSet<Type>();
        var open = new Stack<Type>([type]);
        while (open.TryPop(out var next))
        {
            if (next.Namespace?.StartsWith("WhistleNet", StringComparison.Ordinal) == true && seen.Add(next))
                foreach (var property in next.GetProperties().Where(p => p.GetIndexParameters().Length == 0)) open.Push(property.PropertyType);
            foreach (var of in next.GenericTypeArguments) open.Push(of);
        }
        return seen;
    }
}
