using System.Text.Json;
using System.Text.RegularExpressions;
using Conformance.Specification.Model;
using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Judging;
using Conformance.Verdicts.Results;
using Expected = Conformance.Scenarios.Expectations.DetailsName;

namespace Conformance.Verdicts.Checks;

/// <summary>
/// One of the error's details names the offending field. Another notation of the same field (a JSON pointer, say)
/// is a warning: the specification shows its notation but does not rule out others.
/// </summary>
internal sealed partial class DetailsName : ExchangeCheck<Expected>
{
    /// <inheritdoc />
    protected override Judgement Judge(Expected expected, SeenExchange seen)
    {
        var roles = seen.Specification.ErrorFormat?.Roles;
        if (roles?.Details is not { } path)
        {
            return Judgement.NotJudged(
                seen.Where("body"),
                $"details that name {expected.Field}",
                "the error format declares no details",
                "declare error_format.roles.details"
            );
        }

        if (seen.Json is not { } body)
        {
            return Judgement.Broken(Finding(expected, seen, path, seen.Body.Defect!));
        }

        var names = Names(body, path, roles).ToArray();
        if (names.Contains(expected.Field, StringComparer.Ordinal))
        {
            return Judgement.Held;
        }

        var other = names.FirstOrDefault(name => Normalized(name) == Normalized(expected.Field));
        return other is not null
            ? Judgement.Doubtful(Finding(expected, seen, path, $"written as {Excerpt.OfText(other)}"))
            : Judgement.Broken(Finding(expected, seen, path, Actual(body, path, names)));
    }

    private static Finding Finding(Expected expected, SeenExchange seen, string path, string actual) =>
        new(
            seen.WhereInBody(path),
            Cited.At($"a detail for {expected.Field}", expected.Requirement.Location),
            actual,
            $"name {expected.Field} in {path}, so that a client knows what to correct"
        );

    private static string Actual(JsonElement body, string path, string[] names) =>
        FieldPath.Find(body, path) is not { } details ? $"no {path}"
        : names.Length > 0 ? $"details for {Excerpt.OfText(string.Join(", ", names))}"
        : Excerpt.OfValue(details);

    // Details may be objects with a member for the field, or plain sentences that mention it.
    private static IEnumerable<string> Names(JsonElement body, string path, ErrorRoles roles)
    {
        if (FieldPath.Find(body, path) is not { ValueKind: JsonValueKind.Array } details)
        {
            return [];
        }

        return details
            .EnumerateArray()
            .SelectMany(detail =>
                detail.ValueKind is JsonValueKind.Object
                    ? [FieldPath.FindText(detail, roles.DetailField)]
                    : Words().Matches(FieldPath.TextOf(detail) ?? "").Select(m => (string?)m.Value)
            )
            .OfType<string>();
    }

    // $.items[0].quantity, /items/0/quantity, body.items.0.quantity and items[0].quantity are one field.
    private static string Normalized(string name) =>
        string.Join(
            '.',
            Parts().Matches(name).Select(m => m.Value).SkipWhile((part, i) => i == 0 && part is "$" or "body")
        );

    [GeneratedRegex(@"[^\s.\[\]/""'#]+", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Parts();

    [GeneratedRegex(@"[\w$][\w$.\[\]/-]*[\w\]]|\w", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Words();
}
