using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Conformance.Specification.Phrases;

/// <summary>One clause of a payload phrase: a field that is left out, or set.</summary>
/// <param name="Name">The field as written.</param>
/// <param name="Value">The value; null when the field is left out.</param>
internal sealed record PayloadClause(string Name, JsonElement? Value);

/// <summary>
/// Payloads as people write them: <c>{valid order payload}</c>, <c>{order without customer_id}</c>,
/// <c>{order with quantity: 0 and without shipping_address}</c>.
/// </summary>
internal static partial class PayloadPhrase
{
    public const string Accepted =
        "\"{valid order payload}\", \"{order without FIELD}\", \"{order with FIELD: VALUE}\", several joined by 'and'";

    private const int MaxLength = 2_000;

    /// <summary>The clauses, in order; none for a valid payload.</summary>
    public static PhraseResult<ImmutableArray<PayloadClause>> Parse(string text)
    {
        var inner = text.Trim();
        if (inner.Length > 2 && inner[0] == '{' && inner[^1] == '}')
        {
            inner = inner[1..^1].Trim();
        }
        else
        {
            return PhraseResult<ImmutableArray<PayloadClause>>.NotUnderstood(Accepted);
        }

        return Valid().IsMatch(inner) ? PhraseResult<ImmutableArray<PayloadClause>>.Of([]) : Clauses(inner, Accepted);
    }

    /// <summary>A noun and at least one clause: <c>order with quantity: 0</c>.</summary>
    public static PhraseResult<ImmutableArray<PayloadClause>> Clauses(string text, string accepted)
    {
        var head = text.Length > MaxLength ? Match.Empty : Head().Match(text);
        if (!head.Success)
        {
            return PhraseResult<ImmutableArray<PayloadClause>>.NotUnderstood(accepted);
        }

        var clauses = ImmutableArray.CreateBuilder<PayloadClause>();
        var isWithout = false;
        foreach (var part in PhraseParts.Split(text[head.Groups["clauses"].Index..]))
        {
            var verb = Verb().Match(part);
            isWithout = verb.Success ? verb.Groups["without"].Success : isWithout;
            if (Clause(part[verb.Length..].Trim(), isWithout) is not { } clause)
            {
                return PhraseResult<ImmutableArray<PayloadClause>>.NotUnderstood(accepted);
            }

            clauses.Add(clause);
        }

        return PhraseResult<ImmutableArray<PayloadClause>>.Of(clauses.ToImmutable());
    }

    private static PayloadClause? Clause(string text, bool isWithout)
    {
        if (isWithout)
        {
            return Name().IsMatch(text) ? new PayloadClause(text, null) : null;
        }

        var match = Assignment().Match(text);
        return match.Success && PhraseParts.Value(match.Groups["value"].Value) is { } value
            ? new PayloadClause(match.Groups["name"].Value, value)
            : null;
    }

    [GeneratedRegex(@"^((an?|any|the)\s+)?valid(\s+[\w-]+){0,5}$", Words.Options, Words.Timeout)]
    private static partial Regex Valid();

    [GeneratedRegex(@"^([\w-]+\s+){1,6}?(?<clauses>with(out)?\s)", Words.Options, Words.Timeout)]
    private static partial Regex Head();

    [GeneratedRegex(@"^with(?<without>out)?\s+((an?|the)\s+)?", Words.Options, Words.Timeout)]
    private static partial Regex Verb();

    [GeneratedRegex(@"^[\w$.\[\]-]+$", Words.Options, Words.Timeout)]
    private static partial Regex Name();

    [GeneratedRegex(
        @"^(?<name>[\w$.\[\]-]+)\s*(:\s|=)\s*(?<value>.*)$",
        Words.Options | RegexOptions.Singleline,
        Words.Timeout
    )]
    private static partial Regex Assignment();
}
