using WhistleNet.Circles;

namespace WhistleNet.People;

/// <summary>Until when a shop counts as trained, out of who of it was trained in what.</summary>
public sealed class TrainingTests
{
    private static readonly DateOnly Today = Ledger.Today;

    private static (Member, Training) Of(int until, TrainingKind kind = TrainingKind.Defence, Membership kinds = Membership.Staff, bool left = false, int on = -30) => (
        new Member { Id = "m", StationId = "station", ShopId = "shop", Name = "小李", Kinds = kinds, JoinedAt = Some.Morning, LeftAt = left ? Some.Morning : null },
        new Training { Id = "t", StationId = "station", MemberId = "m", Kind = kind, On = Today.AddDays(on), Until = Today.AddDays(until) });

    [Fact]
    public void The_latest_end_of_anybody_who_is_still_there_counts() => Assert.Equal(Today.AddDays(9), Training.LastDay([Of(3), Of(9), Of(20, left: true)], Today));

    [Fact]
    public void One_that_has_ended_is_kept_so_that_its_day_can_be_said() => Assert.Equal(Today.AddDays(-2), Training.LastDay([Of(-2)], Today));

    [Fact]
    public void First_aid_somebody_who_only_reads_reports_and_a_training_that_is_yet_to_come_make_no_shop_a_trained_one() =>
        Assert.Null(Training.LastDay([Of(9, TrainingKind.FirstAid), Of(9, TrainingKind.Fire), Of(9, kinds: Membership.Consultative), Of(9, on: 1)], Today));

    [Fact]
    public void Who_is_of_the_consultative_group_and_something_else_too_answers() =>
        Assert.Equal(Today.AddDays(9), Training.LastDay([Of(9, kinds: Membership.Consultative | Membership.Volunteer)], Today));
}
