namespace WhistleNet.Alerts;

/// <summary>Who is coming, and what that does to the rings.</summary>
public sealed class AnswerTests
{
    private readonly Alert _alert = Some.Alert();
    private readonly List<Notice> _notices = [Some.Notice("a"), Some.Notice("b"), Some.Notice("c"), Some.Notice("d")];
    private DateTimeOffset _now = Some.Morning.AddSeconds(5);

    [Fact]
    public void Shops_are_counted_and_not_devices()
    {
        _notices.Add(Some.Notice("a", "second"));
        Say(_notices[0], Reply.Coming);
        Say(_notices[4], Reply.Arrived);
        Assert.Equal(1, _alert.Coming);
        Say(_notices[1], Reply.Coming);
        Assert.Equal(2, _alert.Coming);
    }

    [Fact]
    public void The_shops_last_answer_counts_from_whichever_device_and_even_at_the_same_instant()
    {
        var second = Some.Notice("a", "second");
        _notices.Add(second);
        Say(_notices[0], Reply.Coming);
        Say(second, Reply.CannotCome);
        Assert.Equal(0, _alert.Coming);
        Say(_notices[0], Reply.Coming);
        Assert.Equal(1, _alert.Coming);
        Assert.Equal(4, _alert.Lines.Count);
    }

    [Fact]
    public void The_same_answer_again_changes_nothing()
    {
        Say(_notices[0], Reply.Coming);
        var version = _alert.Version;
        Say(_notices[0], Reply.Coming);
        Assert.Equal(version, _alert.Version);
    }

    [Fact]
    public void Enough_stops_the_rings_and_a_withdrawal_makes_the_next_due_at_once()
    {
        foreach (var notice in _notices.Take(3)) Say(notice, Reply.Coming);
        Assert.Equal((true, null), (_alert.Enough, _alert.WidenDueAt));
        _now = _now.AddSeconds(5);
        Say(_notices[2], Reply.Withdrawn);
        Assert.Equal((false, _now), (_alert.Enough, _alert.WidenDueAt!.Value));
    }

    [Fact]
    public void Who_withdraws_once_officers_are_on_the_scene_has_nobody_called_in_their_place()
    {
        foreach (var notice in _notices.Take(3)) Say(notice, Reply.Arrived);
        Assert.Null(_alert.MarkAs(Mark.OnScene, Some.Officer, _now, Clocks.Default));
        _now = _now.AddSeconds(5);
        foreach (var notice in _notices.Take(3)) Say(notice, Reply.Withdrawn);
        Assert.Equal((false, null), (_alert.Enough, _alert.WidenDueAt));
        Assert.Null(_alert.Widen(Some.Officer, _now, Clocks.Default, 10, last: false)); // an officer who wants more calls them
        Assert.Equal(_now + Clocks.Default.Widen, _alert.WidenDueAt);
    }

    [Fact]
    public void Widening_by_hand_does_not_start_the_rings_again_when_enough_are_coming()
    {
        foreach (var notice in _notices.Take(3)) Say(notice, Reply.Coming);
        Assert.Null(_alert.Widen(Some.Officer, _now, Clocks.Default, 10, last: false));
        Assert.Null(_alert.WidenDueAt);
    }

    [Fact]
    public void Declines_make_the_next_ring_due_once_enough_cannot_come_any_more()
    {
        Say(_notices[0], Reply.CannotCome);
        Assert.Equal(Some.Morning.AddSeconds(60), _alert.WidenDueAt);
        Say(_notices[1], Reply.CannotCome);
        Assert.Equal(_now, _alert.WidenDueAt);
    }

    [Fact]
    public void Nobody_counts_on_the_unreached()
    {
        foreach (var notice in _notices.Skip(2)) notice.State = Delivery.Unreached;
        Say(_notices[0], Reply.CannotCome);
        Assert.Equal(_now, _alert.WidenDueAt);
    }

    [Fact]
    public void Nothing_is_due_when_no_ring_is_left()
    {
        Assert.Null(_alert.Widen(Some.Officer, _now, Clocks.Default, 0, last: true));
        foreach (var notice in _notices) Say(notice, Reply.CannotCome, ringsLeft: false);
        Assert.Null(_alert.WidenDueAt);
    }

    [Fact]
    public void No_answer_touches_the_stations_clock()
    {
        foreach (var reply in Enum.GetValues<Reply>()) Say(_notices[0], reply);
        Assert.Equal(Some.Morning.AddSeconds(30), _alert.TakeDueAt);
    }

    [Fact]
    public void Who_is_coming_to_a_merged_alert_is_coming_to_the_one_it_is_merged_into()
    {
        var version = _alert.Version;
        var taken = _alert.TakeOver([Answered("a", Reply.Coming), Answered("b", Reply.Arrived), Answered("c", Reply.CannotCome), Answered("d", Reply.Withdrawn)], _notices, _now);
        Assert.Equal(["a", "b"], taken.Select(n => n.ShopId));
        Assert.Equal((2, version + 1), (_alert.Coming, _alert.Version));
        Assert.Equal([("a", "coming"), ("b", "arrived")], _alert.Lines.Where(l => l.What == Entry.Answered).Select(l => (l.Who, l.Text)));
        Assert.Equal([Reply.Coming, Reply.Arrived, null, null], _notices.Select(n => n.Answer));
    }

    [Fact]
    public void Enough_taken_over_stop_the_rings_and_not_the_stations_clock()
    {
        _alert.TakeOver([Answered("a", Reply.Coming), Answered("b", Reply.Coming), Answered("c", Reply.Coming)], _notices, _now);
        Assert.Equal((true, null, Some.Morning.AddSeconds(30)), (_alert.Enough, _alert.WidenDueAt, _alert.TakeDueAt));
    }

    [Fact]
    public void What_a_shop_said_later_here_stands_and_what_it_said_last_there_counts()
    {
        Say(_notices[0], Reply.CannotCome);
        var answers = new[] { Answered("a", Reply.Coming, before: 1), Answered("b", Reply.Coming, before: 2), Answered("b", Reply.Withdrawn, before: 1, "second") };
        var version = _alert.Version;
        Assert.Empty(_alert.TakeOver(answers, _notices, _now));
        Assert.Equal((0, version, Reply.CannotCome), (_alert.Coming, _alert.Version, _notices[0].Answer!.Value));
    }

    [Fact]
    public void The_raiser_is_not_counted_though_it_was_coming_to_the_merged_alert()
    {
        _notices.Add(Some.Notice("shop"));
        Assert.Empty(_alert.TakeOver([Answered("shop", Reply.Coming), Answered("elsewhere", Reply.Coming)], _notices, _now));
        Assert.Equal(0, _alert.Coming);
    }

    private Notice Answered(string shop, Reply reply, int before = 0, string device = "d")
    {
        var notice = Some.Notice(shop, device);
        (notice.Answer, notice.AnsweredAt) = (reply, _now.AddSeconds(-before));
        return notice;
    }

    private void Say(Notice notice, Reply reply, bool ringsLeft = true) =>
        Assert.Null(_alert.Answer(notice, reply, null, _notices, Some.Of(notice), _now, ringsLeft));
}
