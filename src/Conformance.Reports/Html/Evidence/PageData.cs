using System.Text.Json.Serialization;
using Conformance.Reports.Writing;

namespace Conformance.Reports.Html.Evidence;

/// <summary>What the script of the page reads. Lists that are empty and values that are absent are left out.</summary>
/// <param name="Requirements">Every requirement that is referred to, once.</param>
/// <param name="Texts">Bodies and headers, each once.</param>
/// <param name="Cases">The cases, those that need attention first.</param>
internal sealed record PageData(
    IReadOnlyList<PageRequirement> Requirements,
    IReadOnlyList<string> Texts,
    IReadOnlyList<PageCase> Cases
);

internal sealed record PageRequirement(
    string Id,
    [property: JsonConverter(typeof(VerbatimString))] string Level,
    [property: JsonConverter(typeof(VerbatimString))] string Basis,
    string Statement,
    string? Line,
    string? Url,
    IReadOnlyList<PageReference>? References
);

internal sealed record PageReference(string Name, string? Url);

internal sealed record PageCase(
    [property: JsonConverter(typeof(VerbatimString))] string Id,
    string Title,
    string Kind,
    string Endpoint,
    [property: JsonConverter(typeof(VerbatimString))] string Verdict,
    [property: JsonConverter(typeof(VerbatimString))] string Origin,
    string? Reason,
    bool? Flaky,
    int Requirement,
    long DurationMs,
    IReadOnlyList<int>? Causes,
    IReadOnlyList<PageCheck>? Checks,
    IReadOnlyList<int>? Held,
    IReadOnlyList<PageStep>? Steps,
    string? Repeat,
    string? Smallest,
    string? Scenario,
    IReadOnlyList<string>? NotObserved,
    IReadOnlyList<string>? Notes,
    IReadOnlyList<string>? Tags,
    IReadOnlyList<PageComparison>? Comparisons
);

/// <summary>A check that did not simply hold.</summary>
internal sealed record PageCheck(
    string Check,
    [property: JsonConverter(typeof(VerbatimString))] string Outcome,
    int Requirement,
    int? Exchange,
    string? Where,
    string? Expected,
    string? Actual,
    string? Fix,
    int? Times,
    PagePlace? Place
);

/// <summary>The line of an exchange that a check is about.</summary>
internal sealed record PagePlace(
    [property: JsonConverter(typeof(VerbatimString))] string Side,
    [property: JsonConverter(typeof(VerbatimString))] string Part,
    int Line
);

internal sealed record PageStep(
    string Name,
    string? Phrase,
    string? State,
    IReadOnlyList<PageExchange>? Exchanges,
    string? Omitted
);

internal sealed record PageExchange(
    int Index,
    [property: JsonConverter(typeof(VerbatimString))] string Purpose,
    string Summary,
    string Answer,
    int? Status,
    double DurationMs,
    DateTimeOffset SentAt,
    PageMessage? Request,
    PageMessage? Response,
    string? Failure,
    string? Note
);

/// <summary>A request or a response: its first line, its headers and its body as indices of texts.</summary>
internal sealed record PageMessage(string Line, int? Headers, PageBody? Body);

internal sealed record PageBody(int Text, int Size, string? Note);

/// <summary>The bodies of two steps that a check compared, line by line.</summary>
/// <param name="First">Name of the first step.</param>
/// <param name="Second">Name of the second step.</param>
/// <param name="Lines">Lines that begin with a blank, a minus (only in the first) or a plus (only in the second).</param>
internal sealed record PageComparison(string First, string Second, IReadOnlyList<string> Lines);
