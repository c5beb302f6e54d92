using System.Runtime.Serialization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using MessagePack;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.Options;
using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.People;

namespace WhistleNet.Live;

/// <summary>What is on the wire: small, the same names in both protocols, unmistakable in mode.</summary>
public sealed class WireTests
{
    private static readonly JsonSerializerOptions AsSent = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    [Fact]
    public void News_with_the_longest_names_stays_under_a_kilobyte()
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(Longest(Mode.Real, Reader.Station), AsSent);
        Assert.InRange(json.Length, 300, 1_023);
        Assert.InRange(MessagePackSerializer.Serialize(Longest(Mode.Real, Reader.Station), cancellationToken: TestContext.Current.CancellationToken).Length, 300, 1_023);
    }

    [Theory]
    [InlineData(typeof(News))]
    [InlineData(typeof(NewsShop))]
    [InlineData(typeof(NoticeNews))]
    [InlineData(typeof(NoticesNews))]
    [InlineData(typeof(Board))]
    [InlineData(typeof(DrillNews))]
    [InlineData(typeof(BeatNews))]
    public void Names_are_the_same_in_json_and_messagepack(Type message)
    {
        Assert.NotNull(Attribute.GetCustomAttribute(message, typeof(DataContractAttribute)));
        Assert.All(message.GetProperties(), property =>
        {
            var packed = ((DataMemberAttribute?)Attribute.GetCustomAttribute(property, typeof(DataMemberAttribute)))?.Name;
            Assert.Equal(JsonNamingPolicy.CamelCase.ConvertName(property.Name), packed);
        });
    }

    [Fact]
    public void What_was_packed_is_what_is_read_in_json()
    {
        var news = Longest(Mode.Drill, Reader.Neighbour);
        var packed = MessagePackSerializer.ConvertToJson(MessagePackSerializer.Serialize(news, cancellationToken: TestContext.Current.CancellationToken), cancellationToken: TestContext.Current.CancellationToken);
        var there = JsonDocument.Parse(packed).RootElement.EnumerateObject().Where(p => p.Value.ValueKind != JsonValueKind.Null).ToDictionary(p => p.Name, p => p.Value.ToString().Replace(" ", "", StringComparison.Ordinal));
        var here = JsonSerializer.SerializeToElement(news, AsSent).EnumerateObject().ToDictionary(p => p.Name, p => p.Value.ToString().Replace(" ", "", StringComparison.Ordinal));
        Assert.Equal(here.Keys.Order(), there.Keys.Order());
        foreach (var name in here.Keys.Where(n => n is not "shop")) Assert.Equal(here[name], there[name]);
    }

    [Fact]
    public void Every_reader_of_every_mode_is_told_the_mode_and_the_pressed_shop_never_the_level()
    {
        foreach (var mode in Enum.GetValues<Mode>())
        {
            foreach (var reader in Enum.GetValues<Reader>())
            {
                var news = Longest(mode, reader);
                Assert.Equal(mode.Word(), news.Mode);
                Assert.Equal(reader == Reader.Raiser, news.Level is null);
                Assert.Equal(reader == Reader.Wall, news.TakenBy is null);
                Assert.Contains(news.You, new[] { "raiser", "neighbour", "station" });
            }
        }
    }

    [Theory]
    [InlineData(42.4, 359.9)]
    [InlineData(12_345.6, 0.0)]
    [InlineData(0.0, 90.0)]
    [InlineData(7.0, null)]
    [InlineData(null, null)]
    public void What_is_written_once_for_many_is_the_same_on_the_wire_as_each_alone(double? distanceM, double? bearing)
    {
        var json = new JsonHubProtocol(Options.Create(new JsonHubProtocolOptions { PayloadSerializerOptions = AsSent }));
        var many = Longest(Mode.Real, Reader.Neighbour, name: "老\"王\" ,\"raisedAt\":\"\\\"店").ForMany();
        var protocol = new AlikeNews(json);
        string Sent(IHubProtocol by, News news) => Encoding.UTF8.GetString(by.GetMessageBytes(new InvocationMessage(nameof(IWhistleClient.News), [news])).Span);

        Sent(protocol, many.From(1, 2)); // somebody else, for whom it was written

        Assert.Equal(Sent(json, many.From(distanceM, bearing)), Sent(protocol, many.From(distanceM, bearing)));
    }

    [Fact]
    public void Whoever_watches_an_alert_can_count_to_each_stage_and_a_neighbours_message_stays_small()
    {
        foreach (var reader in new[] { Reader.Raiser, Reader.Station, Reader.Wall })
            Assert.Equal(("60 180 300", "0 -1 -1"), (string.Join(' ', Longest(Mode.Real, reader).Targets!), string.Join(' ', Longest(Mode.Real, reader).Reached!)));
        Assert.Null(Longest(Mode.Real, Reader.Neighbour).Targets);
        Assert.Null(Longest(Mode.Real, Reader.Neighbour).Reached);
    }

    [Fact]
    public void A_name_is_cut_at_forty_characters_and_never_through_one()
    {
        Assert.Equal(40, News.Cut(new string('店', 60)).Length);
        Assert.Equal(new string('店', 40), News.Cut(new string('店', 40)));
        var cut = News.Cut(new string('店', 38) + "😀😀😀");
        Assert.False(char.IsHighSurrogate(cut[^2]));
    }

    private static News Longest(Mode mode, Reader reader) => Longest(mode, reader, new string('店', 60));

    private static News Longest(Mode mode, Reader reader, string name)
    {
        var area = new Area { Id = Data.Ids.New(), StationId = Street.StationId, Name = name };
        var circle = new Circle { Id = Data.Ids.New(), StationId = Street.StationId, AreaId = area.Id, Name = name };
        var shop = new Shop
        {
            Id = Data.Ids.New(), Ref = new string('9', 20), StationId = Street.StationId, CircleId = circle.Id, Name = name, Street = name, CivicNumber = "一千二百三十四号", Lat = 45.123456789, Lon = 126.123456789,
        };
        var alert = Alert.Raise(new Whistle(Data.Ids.New(), Street.StationId, circle.Id, shop.Id, mode, Kind.Unspecified, false, 3, DrillId: Data.Ids.New()),
            new Actor(Data.Ids.New(), name, Role.Device, Street.StationId, shop.Id), DateTimeOffset.UnixEpoch, Clocks.Default, null);
        alert.Take(new Actor("officer", name, Role.Officer, Street.StationId), DateTimeOffset.UnixEpoch, Clocks.Default);
        return News.For(alert, new Town([shop], [circle], [area], []), reader, 123.4, 359.9);
    }
}
