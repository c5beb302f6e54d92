using System.Globalization;
using Bunit;
using WhistleNet.Shell;

namespace WhistleNet.People;

/// <summary>With whom a member is one person, drawn alone.</summary>
public sealed class MemberMergeTests : BunitContext
{
    private string? _merged;

    private static MemberNow Member(int n) => new(new Member { Id = $"m{n}", StationId = "station", Name = $"王{n:000}", Kinds = Membership.Volunteer, JoinedAt = default }, []);

    private IRenderedComponent<MemberMerge> Drawn(int others)
    {
        CultureInfo.CurrentUICulture = Language.En;
        return Render<MemberMerge>(p => p.Add(m => m.Others, [.. Enumerable.Range(1, others).Select(Member)]).Add(m => m.OnMerge, id => _merged = id));
    }

    private static IEnumerable<string?> Offered(IRenderedComponent<MemberMerge> merge) => merge.FindAll("[data-testid=same-as] option").Skip(1).Select(o => o.GetAttribute("value"));

    [Fact]
    public void The_last_of_five_hundred_is_found_by_name_and_merged()
    {
        var merge = Drawn(500);
        Assert.Equal(40, Offered(merge).Count());
        Assert.Equal("460 more: search for them.", merge.Find("[data-testid=same-as-more]").TextContent);

        merge.Find("[data-testid=find-same-as]").Input(" 王500 ");
        Assert.Equal(["m500"], Offered(merge));
        merge.Find("[data-testid=same-as]").Change("m500");
        merge.Find("[data-testid=merge-members]").Click();
        Assert.Equal("m500", _merged);
    }

    [Fact]
    public void Whoever_is_no_longer_offered_is_not_merged_unseen()
    {
        var merge = Drawn(41);
        merge.Find("[data-testid=same-as]").Change("m7");
        merge.Find("[data-testid=find-same-as]").Input("王041");
        Assert.True(merge.Find("[data-testid=merge-members]").HasAttribute("disabled"));
    }

    [Fact]
    public void A_few_are_offered_without_a_search() => Assert.Empty(Drawn(40).FindAll("[data-testid=find-same-as]"));
}
