using System.Text.Json;
using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Judging;
using Conformance.Verdicts.Results;
using Expected = Conformance.Scenarios.Expectations.GrantedScopeIs;

namespace Conformance.Verdicts.Checks;

/// <summary>A token response names the scope that was asked for; left out, it means the same.</summary>
internal sealed class GrantedScopeIs : ExchangeCheck<Expected>
{
    /// <inheritdoc />
    protected override Judgement Judge(Expected expected, SeenExchange seen)
    {
        if (seen.Field("scope") is not { } scope)
        {
            return Judgement.Held;
        }

        var granted =
            scope.ValueKind is JsonValueKind.String
                ? scope.GetString()!.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                : [];
        return granted.ToHashSet(StringComparer.Ordinal).SetEquals(expected.Asked)
            ? Judgement.Held
            : Judgement.Broken(
                new Finding(
                    seen.WhereInBody("scope"),
                    Cited.At($"\"{string.Join(' ', expected.Asked)}\", as asked for", expected.Requirement.Location),
                    Excerpt.OfValue(scope),
                    "issue tokens of the scope that was asked for, and name that scope"
                )
            );
    }
}
