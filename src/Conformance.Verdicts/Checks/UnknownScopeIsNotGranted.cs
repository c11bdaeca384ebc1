using System.Text.Json;
using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Judging;
using Conformance.Verdicts.Results;
using Expected = Conformance.Scenarios.Expectations.UnknownScopeIsNotGranted;

namespace Conformance.Verdicts.Checks;

/// <summary>A scope that does not exist is refused with the right error, or is not among what the response says was granted.</summary>
internal sealed class UnknownScopeIsNotGranted : ExchangeCheck<Expected>
{
    /// <inheritdoc />
    protected override Judgement Judge(Expected expected, SeenExchange seen) =>
        seen.IsSuccess ? JudgeToken(expected, seen) : JudgeError(expected, seen);

    private static Judgement JudgeError(Expected expected, SeenExchange seen) =>
        seen.ErrorCode is { } code && expected.Codes.Contains(code)
            ? Judgement.Held
            : Judgement.Broken(
                new Finding(
                    seen.WhereInBody("error"),
                    Cited.At($"\"{Cited.OneOf(expected.Codes)}\"", expected.Requirement.Location),
                    seen.Summary(),
                    "answer an unknown scope with 400 and error invalid_scope"
                )
            );

    private static Judgement JudgeToken(Expected expected, SeenExchange seen)
    {
        var scope = seen.Field("scope");
        if (
            scope is { ValueKind: JsonValueKind.String } text
            && !text.GetString()!.Split(' ').Contains(expected.Unknown, StringComparer.Ordinal)
        )
        {
            return Judgement.Held;
        }

        return Judgement.Broken(
            new Finding(
                seen.WhereInBody("scope"),
                Cited.At(
                    $"invalid_scope, or a scope without {expected.Unknown}, which is not what was asked for",
                    expected.Requirement.Location
                ),
                scope is { } granted ? Excerpt.OfValue(granted) : "a token, and no scope that says what was granted",
                "refuse a scope that does not exist with 400 and error invalid_scope, or name the scope that was granted"
            )
        );
    }
}
