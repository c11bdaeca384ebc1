using System.Collections.Immutable;
using System.Text.Json;

namespace Conformance.Specification.Model;

/// <summary>The kinds of scenario the source text knows.</summary>
public enum ScenarioKind
{
    /// <summary>What is asked for is done.</summary>
    HappyPath,

    /// <summary>What is wrong is refused, and the refusal says why.</summary>
    ValidationErrors,

    /// <summary>What depends on the state of the provider.</summary>
    EdgeCases,

    /// <summary>What is sent twice happens once.</summary>
    Idempotency,

    /// <summary>Limits are published, kept and lifted as declared.</summary>
    RateLimit,

    /// <summary>Credentials are demanded, expire and are renewed.</summary>
    AuthRefresh,

    /// <summary>Events are delivered.</summary>
    Webhooks,
}

/// <summary>A declared test scenario.</summary>
public sealed record TestScenario
{
    /// <summary>Kind: the key under <c>test_scenarios</c>.</summary>
    public required ScenarioKind Kind { get; init; }

    /// <summary>Name as written.</summary>
    public required Located<string> Name { get; init; }

    /// <summary>What must be so beforehand: provider states by phrase.</summary>
    public ImmutableArray<Located<string>> Preconditions { get; init; } = [];

    /// <summary>The provider state of <c>setup</c>, if any.</summary>
    public Located<string>? Setup { get; init; }

    /// <summary>The operation the scenario calls: declared, or the only one that fits; null when it could not be found.</summary>
    public Endpoint? Endpoint { get; init; }

    /// <summary>The payload; null when the request has no body or nothing is said of it.</summary>
    public PayloadExpression? Payload { get; init; }

    /// <summary>Extra request headers.</summary>
    public ImmutableArray<KeyValuePair<string, Located<string>>> Headers { get; init; } = [];

    /// <summary>Status that must be answered.</summary>
    public Located<int>? ExpectedStatus { get; init; }

    /// <summary>Error code that must be answered.</summary>
    public Located<string>? ExpectedError { get; init; }

    /// <summary>Fields the response must have.</summary>
    public ImmutableArray<Located<string>> ResponseContains { get; init; } = [];

    /// <summary>What must be so afterwards.</summary>
    public ImmutableArray<Postcondition> Postconditions { get; init; } = [];

    /// <summary>The steps of a scenario that is written as steps.</summary>
    public ImmutableArray<ScenarioStep> Steps { get; init; } = [];

    /// <summary>Where the scenario stands.</summary>
    public required SourceLocation Location { get; init; }
}

/// <summary>What must be so after a scenario.</summary>
/// <param name="Text">As written.</param>
/// <param name="Probe">The call that observes it, if one is declared; a postcondition without a probe is not observed.</param>
public sealed record Postcondition(Located<string> Text, PostconditionProbe? Probe);

/// <summary>A call that observes a postcondition.</summary>
/// <param name="Endpoint">Operation to call; its path parameters are filled from the scenario's response.</param>
/// <param name="ExpectedStatus">Status that must be answered.</param>
/// <param name="ExpectedFields">Fields of the answer and the values they must have; a value <c>{field}</c> means the
/// scenario's response field of that name.</param>
/// <param name="Location">Where the probe stands.</param>
public sealed record PostconditionProbe(
    Endpoint Endpoint,
    int ExpectedStatus,
    ImmutableArray<KeyValuePair<string, JsonElement>> ExpectedFields,
    SourceLocation Location
);

/// <summary>A payload as people write it: <c>{valid order payload}</c>, <c>{order without customer_id}</c>.</summary>
/// <param name="Text">As written.</param>
/// <param name="Edits">What is changed from a valid payload, in order; empty for a valid one.</param>
/// <param name="Literal">The exact body, when it is written out instead.</param>
public sealed record PayloadExpression(
    Located<string> Text,
    ImmutableArray<PayloadEdit> Edits,
    Located<JsonElement>? Literal
);

/// <summary>One change to a valid payload.</summary>
/// <param name="Path">Resolved path of the field in body notation, for example <c>items[0].quantity</c>.</param>
public abstract record PayloadEdit(string Path)
{
    /// <summary>The field is left out.</summary>
    /// <param name="Path">Resolved path of the field.</param>
    public sealed record Without(string Path) : PayloadEdit(Path);

    /// <summary>The field has this value.</summary>
    /// <param name="Path">Resolved path of the field.</param>
    /// <param name="Value">The value.</param>
    public sealed record With(string Path, JsonElement Value) : PayloadEdit(Path);
}

/// <summary>One step of a scenario that is written as steps.</summary>
/// <param name="Text">As written.</param>
public abstract record ScenarioStep(Located<string> Text)
{
    /// <summary>A request is sent.</summary>
    /// <param name="Text">As written.</param>
    /// <param name="Same">Whether the payload of the step before is sent again.</param>
    /// <param name="Payload">The payload; null for a repeated one.</param>
    /// <param name="Headers">Headers set by the step; values such as <c>abc123</c> are names of values, not literals.</param>
    public sealed record Send(
        Located<string> Text,
        bool Same,
        PayloadExpression? Payload,
        ImmutableArray<KeyValuePair<string, string>> Headers
    ) : ScenarioStep(Text);

    /// <summary>The response to the send before.</summary>
    /// <param name="Text">As written.</param>
    /// <param name="Status">Status that must be answered.</param>
    /// <param name="Bindings">Fields and the names of their values: the first use captures, a later use must equal.</param>
    public sealed record Response(
        Located<string> Text,
        int Status,
        ImmutableArray<KeyValuePair<string, string>> Bindings
    ) : ScenarioStep(Text);

    /// <summary>Any operation is called, on a resource that an earlier call made or on none.</summary>
    /// <param name="Text">What is called, as people say it.</param>
    /// <param name="Endpoint">The operation.</param>
    public sealed record Call(Located<string> Text, Endpoint Endpoint) : ScenarioStep(Text)
    {
        /// <summary>Name that later steps know the new resource by.</summary>
        public Located<string>? As { get; init; }

        /// <summary>The resource that the operation works on, by the name an earlier step gave it.</summary>
        public Located<string>? On { get; init; }

        /// <summary>The body; null for a valid one, or for none where the operation takes none.</summary>
        public PayloadExpression? Payload { get; init; }

        /// <summary>Query parameters and their values.</summary>
        public ImmutableArray<KeyValuePair<string, string>> Query { get; init; } = [];

        /// <summary>Status that must be answered; null for the declared success.</summary>
        public Located<int>? ExpectedStatus { get; init; }

        /// <summary>Error code that must be answered.</summary>
        public Located<string>? ExpectedError { get; init; }

        /// <summary>Fields of the answer and the values they must have.</summary>
        public ImmutableArray<KeyValuePair<string, JsonElement>> ExpectedFields { get; init; } = [];

        /// <summary>Resources that the answer must list, once each, by the names earlier steps gave them.</summary>
        public ImmutableArray<Located<string>> Lists { get; init; } = [];
    }
}
