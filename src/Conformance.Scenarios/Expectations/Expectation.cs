using System.Collections.Immutable;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Expectations;

/// <summary>Something that must be seen. Judged by the check of the same name in Verdicts; each has exactly one.</summary>
/// <param name="Requirement">The sentence behind it.</param>
public abstract record Expectation(Requirement Requirement);

/// <summary>Something that must be seen on one exchange.</summary>
/// <param name="Requirement">The sentence behind it.</param>
public abstract record ExchangeExpectation(Requirement Requirement) : Expectation(Requirement);

/// <summary>Something that must be seen over several exchanges of a case.</summary>
/// <param name="Requirement">The sentence behind it.</param>
public abstract record CaseExpectation(Requirement Requirement) : Expectation(Requirement);

/// <summary>The status is one of these.</summary>
/// <param name="Requirement">The sentence behind it.</param>
/// <param name="Allowed">Allowed statuses, the preferred one first.</param>
public sealed record StatusIs(Requirement Requirement, ImmutableArray<int> Allowed) : ExchangeExpectation(Requirement);

/// <summary>
/// The request is accepted (2xx). A refusal with the validation code is a failure; a refusal for another declared
/// reason (an unknown customer, say) leaves the case inconclusive, for the bound was not reached.
/// </summary>
/// <param name="Requirement">The sentence behind it.</param>
/// <param name="Field">The field whose value is just inside its bound, in body notation; null for the whole request.</param>
public sealed record IsAccepted(Requirement Requirement, string? Field) : ExchangeExpectation(Requirement);

/// <summary>
/// The specification leaves open whether the request is accepted. Either answer is recorded as an observation; only a
/// server error is a failure.
/// </summary>
/// <param name="Requirement">The sentence behind it: nothing a client sends breaks the target.</param>
/// <param name="Stimulus">What is left open about the request, in words: <c>a body with the same key twice</c>.</param>
public sealed record IsAcceptedOrRefused(Requirement Requirement, string Stimulus) : ExchangeExpectation(Requirement)
{
    /// <summary>Statuses of standards that are right here though the specification does not declare them.</summary>
    public ImmutableArray<int> AlsoAllowed { get; init; } = [];
}

/// <summary>
/// A field of an accepted request's answer does not have a value that the client had no right to choose. Not judged
/// for a refusal.
/// </summary>
/// <param name="Requirement">The sentence behind it.</param>
/// <param name="Field">Field path.</param>
/// <param name="Value">The value the client tried to set.</param>
public sealed record FieldIsNot(Requirement Requirement, string Field, System.Text.Json.JsonElement Value)
    : ExchangeExpectation(Requirement);

/// <summary>The body carries this error code in the place the error format declares.</summary>
/// <param name="Requirement">The sentence behind it.</param>
/// <param name="Allowed">Allowed codes.</param>
public sealed record ErrorCodeIs(Requirement Requirement, ImmutableArray<string> Allowed)
    : ExchangeExpectation(Requirement)
{
    /// <summary>Only a response with this status must carry the code; null when every response must.</summary>
    public int? WhenStatus { get; init; }
}

/// <summary>The error's details name the offending field.</summary>
/// <param name="Requirement">The sentence behind it.</param>
/// <param name="Field">The field in the specification's notation, for example <c>items[0].quantity</c>.</param>
public sealed record DetailsName(Requirement Requirement, string Field) : ExchangeExpectation(Requirement);

/// <summary>The body has these fields.</summary>
/// <param name="Requirement">The sentence behind it.</param>
/// <param name="Fields">Field paths.</param>
public sealed record BodyHasFields(Requirement Requirement, ImmutableArray<string> Fields)
    : ExchangeExpectation(Requirement);

/// <summary>A body field has a value known beforehand.</summary>
/// <param name="Requirement">The sentence behind it.</param>
/// <param name="Field">Field path.</param>
/// <param name="Value">The JSON value it must equal, numbers compared as numbers.</param>
public sealed record FieldIs(Requirement Requirement, string Field, System.Text.Json.JsonElement Value)
    : ExchangeExpectation(Requirement)
{
    /// <summary>Whether a body without the field is no contradiction, for the specification leaves it optional there.</summary>
    public bool MayBeAbsent { get; init; }
}

/// <summary>The body matches a schema beyond the one its response declares (token responses, for example).</summary>
/// <param name="Requirement">The sentence behind it.</param>
/// <param name="Schema">The schema.</param>
public sealed record BodyMatches(Requirement Requirement, SchemaNode Schema) : ExchangeExpectation(Requirement);

/// <summary>A header is present and, where given, matches.</summary>
/// <param name="Requirement">The sentence behind it.</param>
/// <param name="Name">Header name.</param>
/// <param name="Pattern">ECMA pattern the value must match; null when presence is enough.</param>
/// <param name="Meaning">The pattern in words, for the message.</param>
public sealed record HeaderIs(Requirement Requirement, string Name, string? Pattern, string? Meaning)
    : ExchangeExpectation(Requirement)
{
    /// <summary>Only a response with this status must carry the header; null when every response must.</summary>
    public int? WhenStatus { get; init; }
}

/// <summary>The rate-limit headers are present, are integers, and agree with the published limit.</summary>
/// <param name="Requirement">The sentence behind it.</param>
/// <param name="Limit">The limit that applies, environment factor included.</param>
public sealed record RateLimitHeadersAre(Requirement Requirement, RateLimit Limit) : ExchangeExpectation(Requirement);

/// <summary>Two steps' responses agree in these fields.</summary>
/// <param name="Requirement">The sentence behind it.</param>
/// <param name="First">Name of the first step.</param>
/// <param name="Second">Name of the second step.</param>
/// <param name="Fields">Field paths that must be equal in both bodies.</param>
public sealed record FieldsAgree(Requirement Requirement, string First, string Second, ImmutableArray<string> Fields)
    : CaseExpectation(Requirement);

/// <summary>Two steps' responses differ in this field.</summary>
/// <param name="Requirement">The sentence behind it.</param>
/// <param name="First">Name of the first step.</param>
/// <param name="Second">Name of the second step.</param>
/// <param name="Field">Field path that must differ.</param>
public sealed record FieldsDiffer(Requirement Requirement, string First, string Second, string Field)
    : CaseExpectation(Requirement);

/// <summary>A step's response field equals another field of an earlier response: <c>existing_order_id</c> is the <c>order_id</c> made before.</summary>
/// <param name="Requirement">The sentence behind it.</param>
/// <param name="First">Name of the first step.</param>
/// <param name="FirstField">Field path in its response.</param>
/// <param name="Second">Name of the second step.</param>
/// <param name="SecondField">Field path in its response.</param>
public sealed record FieldRefersTo(
    Requirement Requirement,
    string First,
    string FirstField,
    string Second,
    string SecondField
) : CaseExpectation(Requirement);

/// <summary>The responses of concurrent requests name one resource only, and each has an allowed status.</summary>
/// <param name="Requirement">The sentence behind it.</param>
/// <param name="Step">Name of the concurrent step.</param>
/// <param name="Identifier">Field that identifies the resource.</param>
/// <param name="CreationStatus">Status of the one that created it.</param>
/// <param name="OtherStatuses">Statuses allowed for the others.</param>
public sealed record ExactlyOneResource(
    Requirement Requirement,
    string Step,
    string Identifier,
    int CreationStatus,
    ImmutableArray<int> OtherStatuses
) : CaseExpectation(Requirement)
{
    /// <summary>Steps after it whose responses name the same resource.</summary>
    public ImmutableArray<string> Afterwards { get; init; } = [];
}

/// <summary>
/// What two steps' responses show of one resource agrees: these fields, where both have them. Date-times agree at the
/// coarser precision; members that only one of two objects has do not count.
/// </summary>
/// <param name="Requirement">The sentence behind it.</param>
/// <param name="First">Name of the first step.</param>
/// <param name="Second">Name of the second step.</param>
/// <param name="Fields">Fields that stay.</param>
public sealed record FieldsPersist(Requirement Requirement, string First, string Second, ImmutableArray<string> Fields)
    : CaseExpectation(Requirement)
{
    /// <summary>Fields that follow every change (<c>updated_at</c>); they stay only while no <see cref="Moving"/> one changed.</summary>
    public ImmutableArray<string> Touched { get; init; } = [];

    /// <summary>Fields that the provider may move on by itself (<c>status</c>).</summary>
    public ImmutableArray<string> Moving { get; init; } = [];

    /// <summary>Whether both have the same form, so that a value the second one lacks was lost.</summary>
    public bool HasSameForm { get; init; }

    /// <summary>Where the second response has the resource; null when it is the body itself.</summary>
    public ListPlace? In { get; init; }
}

/// <summary>Where a list has its elements, and how they are told apart.</summary>
/// <param name="Collection">Field of the body that holds the elements; null when the body is the array itself.</param>
/// <param name="Identifier">Field of an element that identifies it.</param>
public sealed record ListPlace(string? Collection, string Identifier);

/// <summary>The elements of a list stand in an order: each at or behind the one before it, by a number or a date-time.</summary>
/// <param name="Requirement">The sentence behind it.</param>
/// <param name="In">Where the list has its elements.</param>
/// <param name="Field">Field of an element that decides.</param>
/// <param name="IsDescending">Whether the greatest value comes first.</param>
public sealed record ListIsOrdered(Requirement Requirement, ListPlace In, string Field, bool IsDescending)
    : ExchangeExpectation(Requirement);

/// <summary>A list lacks the resource that a step was answered with; nothing is said when that step made none.</summary>
/// <param name="Requirement">The sentence behind it.</param>
/// <param name="First">Name of the step that was answered with the resource.</param>
/// <param name="FirstField">Field of that answer that identifies it.</param>
/// <param name="Second">Name of the step that listed.</param>
/// <param name="In">Where the list has its elements.</param>
public sealed record ListLacks(Requirement Requirement, string First, string FirstField, string Second, ListPlace In)
    : CaseExpectation(Requirement);

/// <summary>
/// Between two lists exactly one resource was added, the one that a step was answered with: everything else that was
/// sent in between made nothing. When a full page lacks even that one, nothing can be said.
/// </summary>
/// <param name="Requirement">The sentence behind it.</param>
/// <param name="Before">Name of the step that listed first.</param>
/// <param name="Created">Name of the step that made the one resource.</param>
/// <param name="CreatedField">Field of its answer that identifies it.</param>
/// <param name="After">Name of the step that listed last.</param>
/// <param name="In">Where the lists have their elements.</param>
public sealed record OnlyAddition(
    Requirement Requirement,
    string Before,
    string Created,
    string CreatedField,
    string After,
    ListPlace In
) : CaseExpectation(Requirement);

/// <summary>Pages, one after the other, have the same elements in the same order as one page that is as long as all of them.</summary>
/// <param name="Requirement">The sentence behind it.</param>
/// <param name="Pages">Names of the steps that asked for the pages, in order.</param>
/// <param name="Whole">Name of the step that asked for the long page.</param>
/// <param name="In">Where the lists have their elements.</param>
public sealed record PagesJoin(Requirement Requirement, ImmutableArray<string> Pages, string Whole, ListPlace In)
    : CaseExpectation(Requirement)
{
    /// <summary>How many elements the long page asked for, where the case itself made as many; null when that is not known.</summary>
    public int? Asked { get; init; }
}

/// <summary>The two steps were sent with the same token, and no token was requested between them.</summary>
/// <param name="Requirement">The sentence behind it.</param>
/// <param name="First">Name of the first step.</param>
/// <param name="Second">Name of the second step.</param>
public sealed record TokenIsReused(Requirement Requirement, string First, string Second) : CaseExpectation(Requirement);

/// <summary>The second step was sent with another token than the first, fetched in between; otherwise the case is inconclusive.</summary>
/// <param name="Requirement">The sentence behind it.</param>
/// <param name="First">Name of the first step.</param>
/// <param name="Second">Name of the second step.</param>
public sealed record TokenIsRenewed(Requirement Requirement, string First, string Second)
    : CaseExpectation(Requirement);

/// <summary>
/// A resource that was created is in a list, and only once. When it is absent from a page that is full, the case is
/// inconclusive: the resource may stand on another page.
/// </summary>
/// <param name="Requirement">The sentence behind it.</param>
/// <param name="First">Name of the step that created it.</param>
/// <param name="FirstField">Field of that step's response that identifies it.</param>
/// <param name="Second">Name of the step that listed.</param>
/// <param name="Collection">Field of the list's body that holds the elements; null when the body is the array itself.</param>
/// <param name="Identifier">Field of an element that identifies it.</param>
/// <param name="PageSize">Number of elements of a full page; null when the list is not paged.</param>
public sealed record ListContainsOnce(
    Requirement Requirement,
    string First,
    string FirstField,
    string Second,
    string? Collection,
    string Identifier,
    int? PageSize
) : CaseExpectation(Requirement);

/// <summary>
/// Something that must be seen over all exchanges of a run, whatever cases they belong to. A case that expects it has
/// no steps of its own and is judged when the others are over.
/// </summary>
/// <param name="Requirement">The sentence behind it.</param>
public abstract record RunExpectation(Requirement Requirement) : Expectation(Requirement);

/// <summary>An operation publishes the same limit on every response.</summary>
/// <param name="Requirement">The sentence behind it.</param>
public sealed record LimitIsConstant(Requirement Requirement) : RunExpectation(Requirement);

/// <summary>What is left of a fixed window never becomes more before the window ends.</summary>
/// <param name="Requirement">The sentence behind it.</param>
public sealed record RemainingNeverRises(Requirement Requirement) : RunExpectation(Requirement);

/// <summary>The end of a fixed window stands still until the window ends.</summary>
/// <param name="Requirement">The sentence behind it.</param>
public sealed record ResetStandsStill(Requirement Requirement) : RunExpectation(Requirement);

/// <summary>No two errors carry the same request id, unless it is the client's own.</summary>
/// <param name="Requirement">The sentence behind it.</param>
public sealed record RequestIdsAreUnique(Requirement Requirement) : RunExpectation(Requirement);

/// <summary>No two errors of different times tell the same time.</summary>
/// <param name="Requirement">The sentence behind it.</param>
public sealed record ErrorTimestampsMoveOn(Requirement Requirement) : RunExpectation(Requirement);

/// <summary>Requests are answered, and answers arrive whole.</summary>
/// <param name="Requirement">The sentence behind it.</param>
public sealed record AnswersArriveWhole(Requirement Requirement) : RunExpectation(Requirement);

/// <summary>No two resources that were created have the same identifier.</summary>
/// <param name="Requirement">The sentence behind it.</param>
public sealed record IdentifiersAreUnique(Requirement Requirement) : RunExpectation(Requirement);
