using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Requirements;

namespace Conformance.Scenarios.Kinds.Idempotency;

/// <summary>Same key, same payload: the declared replay, once, twice, after a new token, in another spelling, and until the key expires.</summary>
internal sealed class SameRequestIsReplayed : KeyedSource
{
    // More than a careless cache has room for, and few enough for any target.
    private const int Others = 30;

    private static readonly TimeSpan BeforeExpiry = TimeSpan.FromMinutes(1);

    /// <inheritdoc />
    protected override IEnumerable<ContractCase> Compile(KeyedOperation operation)
    {
        var requirement = operation.Requirement(
            "replay",
            $"The target MUST answer the same request with the same {operation.Rules.Header.Value} with {string.Join(" or ", operation.ReplayStatuses)} and the same resource.",
            operation.Rules.OnReplay?.Location,
            "IDM-02",
            "IDM-03"
        );
        yield return Replay(operation, "replay", "the same request is replayed", requirement, request => request);
        yield return Twice(operation, requirement);
        if (operation.Context.Context.Specification.Authentication?.TokenEndpoint is not null)
        {
            yield return AfterNewToken(operation, requirement);
        }

        if (operation.Rules.Canonicalization is "json")
        {
            yield return Replay(
                operation,
                "replay-in-another-spelling",
                "the same JSON with other whitespace and order is replayed",
                operation.Requirement(
                    "canonicalization",
                    "The target MUST compare payloads as JSON, not as bytes.",
                    null,
                    "IDM-05"
                ),
                request => request with { Body = Respelled(request.Body) }
            );
        }

        if (operation.Rules.Retention is { } retention && retention > BeforeExpiry)
        {
            yield return AfterOthers(operation, retention);
            yield return BeforeKeyExpires(operation, retention);
        }
    }

    private static ContractCase Replay(
        KeyedOperation operation,
        string situation,
        string title,
        Requirement requirement,
        Func<RequestTemplate, RequestTemplate> repeat,
        params CaseStep[] between
    )
    {
        var request = operation.Keyed(situation);
        return operation.Case(
            situation,
            title,
            requirement,
            [
                operation.First(request),
                .. between,
                Repeat(operation, repeat(request), KeyedOperation.RepeatStep, requirement),
            ]
        ) with
        {
            Expectations = Same(operation, requirement, KeyedOperation.RepeatStep),
        };
    }

    private static ContractCase Twice(KeyedOperation operation, Requirement requirement)
    {
        var request = operation.Keyed("replay-twice");
        string[] steps = [KeyedOperation.RepeatStep, "repeat again", "repeat a third time", "repeat a fourth time"];
        return operation.Case(
            "replay-twice",
            "the second replay and all later ones are like the first",
            requirement,
            [operation.First(request), .. steps.Select(step => Repeat(operation, request, step, requirement))]
        ) with
        {
            Expectations = [.. steps.SelectMany(step => Same(operation, requirement, step))],
        };
    }

    private static ContractCase AfterNewToken(KeyedOperation operation, Requirement requirement) =>
        Replay(
            operation,
            "replay-with-new-token",
            "the same request is replayed after the token was renewed",
            operation.Requirement(
                "replay_with_new_token",
                "The target MUST recognise a key of the same client by any of its tokens.",
                requirement.Location,
                "IDM-02"
            ),
            request => request with { Credential = new CredentialUse.OwnToken() }
        );

    // However many keys come after it: a key is remembered for a time, not for a number of requests.
    private static ContractCase AfterOthers(KeyedOperation operation, TimeSpan retention) =>
        Replay(
            operation,
            "replay-after-others",
            $"the same request is replayed after {Others} others",
            operation.Requirement(
                "retention_among_others",
                $"The target MUST remember a key for {retention} however many other keys are used meanwhile.",
                null,
                "IDM-07"
            ),
            request => request,
            [
                .. Enumerable
                    .Range(1, Others)
                    .Select(i => $"other {i}")
                    .Select(step => operation.First(operation.Keyed("replay-after-others", step), step)),
            ]
        );

    // The token of the first request has expired by then: the managed credential is renewed, as declared.
    private static ContractCase BeforeKeyExpires(KeyedOperation operation, TimeSpan retention) =>
        Replay(
            operation,
            "replay-before-expiry",
            "the same request is replayed until the key expires",
            operation.Requirement("retention", $"The target MUST remember a key for {retention}.", null, "IDM-07"),
            request => request,
            new CaseStep.PassTime("nearly the retention", new TimeSource.Fixed(retention - BeforeExpiry))
        ) with
        {
            Isolation = CaseIsolation.SharedState,
        };

    private static CaseStep.Send Repeat(
        KeyedOperation operation,
        RequestTemplate request,
        string step,
        Requirement requirement
    )
    {
        return new(step, request)
        {
            Expectations =
            [
                new StatusIs(requirement, operation.ReplayStatuses),
                .. operation.Rules.OnReplay?.MarkerHeader is { } marker
                    ? ImmutableArray.Create<ExchangeExpectation>(
                        new HeaderIs(Marker(operation, marker), marker, null, null)
                    )
                    : [],
            ],
        };
    }

    private static Requirement Marker(KeyedOperation operation, string header) =>
        operation.Requirement(
            "marker",
            $"The target MUST mark a replay with the header {header}.",
            operation.Rules.OnReplay!.Location,
            "IDM-14"
        );

    private static ImmutableArray<CaseExpectation> Same(
        KeyedOperation operation,
        Requirement requirement,
        string step
    ) =>
        operation.Repeated is { IsEmpty: false } fields
            ? [new FieldsAgree(requirement, KeyedOperation.FirstStep, step, fields)]
            : [];

    private static BodyTemplate Respelled(BodyTemplate body)
    {
        var json = (BodyTemplate.Json)body;
        var text = Reversed(json.Value)?.ToJsonString(new JsonSerializerOptions { WriteIndented = true }) ?? "null";
        return new BodyTemplate.Raw([.. Encoding.UTF8.GetBytes(text)], json.ContentType);
    }

    private static JsonNode? Reversed(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => new JsonObject(
                value
                    .EnumerateObject()
                    .Reverse()
                    .Select(p => new KeyValuePair<string, JsonNode?>(p.Name, Reversed(p.Value)))
            ),
            JsonValueKind.Array => new JsonArray([.. value.EnumerateArray().Select(Reversed)]),
            _ => JsonNode.Parse(value.GetRawText()),
        };
}
