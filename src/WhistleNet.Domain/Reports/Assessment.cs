namespace WhistleNet.Reports;

/// <summary>What is rated: the three stages, and whether the news got to whom it should.</summary>
public enum Objective { SelfHelp, MutualHelp, OnScene, Reach }

/// <summary>P, S, M and U of HSEEP: performed without challenges, with some, with major ones, unable to be performed.</summary>
public enum Performance { Performed, SomeChallenges, MajorChallenges, Unable }

/// <param name="Evidence">What it rests on; a grade without it is only an opinion.</param>
public sealed record Rating(Objective Objective, Performance Grade, string Evidence);

public sealed record Problem(string What, string Cause);

/// <summary>What people make of the facts: written by them, kept apart from the facts, and changed only as a whole.</summary>
/// <param name="Distribution">Who gets the report.</param>
/// <param name="Weather">As people say it was; it stands in the report's head.</param>
public sealed record Assessment(IReadOnlyList<Rating> Ratings, string? Strengths, IReadOnlyList<Problem> Problems, string? Recommendations, string? Distribution, string? Weather = null)
{
    public static readonly Assessment Empty = new([], null, [], null, null);

    public bool IsRated => Enum.GetValues<Objective>().All(o => Ratings.Any(r => r.Objective == o));

    public Rating? Of(Objective objective) => Ratings.FirstOrDefault(r => r.Objective == objective);
}
