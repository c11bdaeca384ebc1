using System.Collections.Immutable;
using Conformance.Consumers.Client.Traces;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Consumers.Client.Judging;

/// <summary>One obligation of a client, ready to be judged: a temporal rule over what was seen.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Title">What holds when it passes.</param>
/// <param name="Kind">The kind of case it is reported as.</param>
/// <param name="Requirement">The obligation.</param>
/// <param name="Scripts">The scripts that provoke it; empty when all traffic shows it.</param>
/// <param name="Judge">Finds what it came to.</param>
internal sealed record ClientCase(
    string Id,
    string Title,
    ScenarioKind Kind,
    Requirement Requirement,
    ImmutableArray<string> Scripts,
    Func<Observation, Ruling> Judge
);
