using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Conformance.Specification.Phrases;

/// <summary>One step of a scenario, before its fields are looked up in a schema.</summary>
internal abstract record Step
{
    /// <summary>A request.</summary>
    /// <param name="IsSame">Whether the payload of the send before is sent again.</param>
    /// <param name="SameKey">Whether the idempotency key of the send before is sent again.</param>
    /// <param name="Clauses">Fields and headers that the step sets or leaves out.</param>
    internal sealed record Send(bool IsSame, bool SameKey, ImmutableArray<PayloadClause> Clauses) : Step;

    /// <summary>The response to the send before.</summary>
    /// <param name="Status">HTTP status.</param>
    /// <param name="Bindings">Fields and the names of their values.</param>
    internal sealed record Response(int Status, ImmutableArray<KeyValuePair<string, string>> Bindings) : Step;
}

/// <summary>Step phrases: <c>Send order with X-Idempotency-Key: abc123</c>, <c>Response: 200 OK, order_id: ORD-001</c>.</summary>
internal static partial class StepPhrase
{
    public const string Accepted =
        "'Send order', 'Send order with HEADER: value and FIELD: value', 'Send order without FIELD', "
        + "'Send same request with same idempotency key', 'Send same request with HEADER: value', "
        + "'Response: 201 Created, FIELD: name (remark)'";

    public static PhraseResult<Step> Parse(string text)
    {
        var trimmed = text.Trim();
        return Response().Match(trimmed) is { Success: true } response ? ResponseOf(response)
            : SameRequest().Match(trimmed) is { Success: true } same ? SameOf(same)
            : Plain().IsMatch(trimmed) ? Sent(new Step.Send(false, false, []))
            : Send().Match(trimmed) is { Success: true } send ? SendOf(send.Groups["what"].Value)
            : PhraseResult<Step>.NotUnderstood(Accepted);
    }

    private static PhraseResult<Step> SameOf(Match match)
    {
        var rest = match.Groups["rest"].Value.Trim();
        if (rest.Length == 0)
        {
            return Sent(new Step.Send(true, true, []));
        }

        if (SameKey().IsMatch(rest))
        {
            return Sent(new Step.Send(true, true, []));
        }

        var clauses = PayloadPhrase.Clauses("request " + rest, Accepted);
        return clauses.IsUnderstood
            ? Sent(new Step.Send(true, false, clauses.Value))
            : PhraseResult<Step>.NotUnderstood(Accepted);
    }

    private static PhraseResult<Step> SendOf(string what)
    {
        var sameKey = WithSameKey().Match(what);
        var rest = sameKey.Success ? what[..sameKey.Index].Trim() : what;
        if (!rest.Contains(" with", StringComparison.OrdinalIgnoreCase))
        {
            return Sent(new Step.Send(false, sameKey.Success, []));
        }

        var clauses = PayloadPhrase.Clauses(rest, Accepted);
        return clauses.IsUnderstood
            ? Sent(new Step.Send(false, sameKey.Success, clauses.Value))
            : PhraseResult<Step>.NotUnderstood(Accepted);
    }

    private static PhraseResult<Step> ResponseOf(Match match)
    {
        var bindings = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        foreach (Capture binding in match.Groups["binding"].Captures)
        {
            var colon = binding.Value.IndexOf(':', StringComparison.Ordinal);
            bindings.Add(
                KeyValuePair.Create(binding.Value[..colon].Trim(), binding.Value[(colon + 1)..].Trim().Trim('"', '\''))
            );
        }

        return PhraseResult<Step>.Of(new Step.Response(match.Integer("status")!.Value, bindings.ToImmutable()));
    }

    private static PhraseResult<Step> Sent(Step.Send send) => PhraseResult<Step>.Of(send);

    /// <summary>The text of a value, as a header or a binding carries it.</summary>
    public static string TextOf(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

    [GeneratedRegex(
        @"^(Response|Expect|Expected)\s*:?\s+(HTTP\s+)?(?<status>[1-5]\d\d)(\s+[A-Za-z][A-Za-z -]*)?(\s*[,;]\s*(?<binding>[\w.\[\]-]+\s*:\s*[^,;()]+))*(\s*\([^()]*\))?\.?$",
        Words.Options,
        Words.Timeout
    )]
    private static partial Regex Response();

    [GeneratedRegex(
        @"^(Re)?send\s+(the\s+)?(same|identical)\s+[\w-]+(\s+(again|once more))?(?<rest>\s+with.*)?$",
        Words.Options,
        Words.Timeout
    )]
    private static partial Regex SameRequest();

    [GeneratedRegex(@"^with\s+(the\s+)?same\s+(idempotency\s+)?key$", Words.Options, Words.Timeout)]
    private static partial Regex SameKey();

    [GeneratedRegex(@"\s+(with|and)\s+(the\s+)?same\s+(idempotency\s+)?key$", Words.Options, Words.Timeout)]
    private static partial Regex WithSameKey();

    [GeneratedRegex(@"^Send\s+((an?|the)\s+)?(valid\s+)?[\w-]+(\s+(payload|request))?$", Words.Options, Words.Timeout)]
    private static partial Regex Plain();

    [GeneratedRegex(@"^Send\s+((an?|the)\s+)?(?<what>[\w-]+(\s+[\w-]+){0,3}?\s+with.*)$", Words.Options, Words.Timeout)]
    private static partial Regex Send();
}
