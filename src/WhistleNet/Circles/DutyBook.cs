using WhistleNet.People;

namespace WhistleNet.Circles;

/// <summary>Rosters, posts, stations that help each other, and how members read; a snapshot, so that neither the clocks nor a page need ask.</summary>
public sealed class DutyBook
{
    public static readonly DutyBook Empty = new([], [], [], []);
    private readonly ILookup<string, Shift> _shifts;
    private readonly ILookup<string, Member> _volunteers;
    private readonly ILookup<string?, Member> _byAccount;
    private readonly ILookup<(string? Shop, string Name), Member> _byName;
    private readonly ILookup<string, Post> _posts;
    private readonly Dictionary<string, Post> _postById;
    private readonly IReadOnlyCollection<Pact> _pacts;

    public DutyBook(IEnumerable<Shift> shifts, IReadOnlyCollection<Member> members, IReadOnlyCollection<Post> posts, IReadOnlyCollection<Pact> pacts)
    {
        _shifts = shifts.OrderBy(s => s.From).ThenBy(s => s.Id, StringComparer.Ordinal).ToLookup(s => s.StationId);
        _volunteers = members.Where(m => (m.Kinds & Memberships.OnDuty) != Membership.None).OrderBy(m => m.Name, StringComparer.Ordinal).ToLookup(m => m.StationId);
        _byAccount = members.Where(m => m.AccountId is not null).ToLookup(m => m.AccountId);
        _byName = members.Where(m => m.ShopId is not null).ToLookup(m => (m.ShopId, m.Name));
        _posts = posts.OrderBy(p => p.Name, StringComparer.Ordinal).ToLookup(p => p.StationId);
        _postById = posts.ToDictionary(p => p.Id);
        _pacts = pacts;
    }

    /// <summary>A station's shifts that are not long over.</summary>
    public IEnumerable<Shift> Shifts(string stationId) => _shifts[stationId];

    /// <summary>Members who may stand on its roster beside officers.</summary>
    public IEnumerable<Member> Volunteers(string stationId) => _volunteers[stationId];

    /// <summary>The member that somebody is, whose language and size of type their pages begin with: by the account that was linked, or by the name in their shop, as <see cref="Whose.Members"/> asks of the database.</summary>
    public Member? MemberOf(Actor who) => _byAccount[who.Id].FirstOrDefault() ?? (who.ShopId is null ? null : _byName[(who.ShopId, who.Name)].FirstOrDefault());

    public IEnumerable<Post> Posts(string stationId) => _posts[stationId];
    public Post? Post(string? id) => id is null ? null : _postById.GetValueOrDefault(id);

    /// <summary>Agreements in which a station is one of the two, and that nobody ended.</summary>
    public IEnumerable<Pact> Pacts(string stationId) => _pacts.Where(p => p.IsOpen && (p.StationId == stationId || p.HelperId == stationId));

    /// <summary>Whether this other station agreed to be called by this one.</summary>
    public bool Helps(string stationId, string? helperId) => _pacts.Any(p => p.Stands && p.StationId == stationId && p.HelperId == helperId);
}
