using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Judging;
using Conformance.Verdicts.Results;
using Expected = Conformance.Scenarios.Expectations.ChallengeSays;

namespace Conformance.Verdicts.Checks;

/// <summary>The Bearer challenge of a refusal names the error that it should, or none.</summary>
internal sealed class ChallengeSays : ExchangeCheck<Expected>
{
    /// <inheritdoc />
    protected override Judgement Judge(Expected expected, SeenExchange seen)
    {
        var lines = seen.Response.HeaderValues("WWW-Authenticate").ToArray();
        if (
            seen.Status is not (401 or 403)
            || Challenges.Read(lines).FirstOrDefault(c => c.Is("Bearer")) is not { } bearer
        )
        {
            return Judgement.DoesNotApply;
        }

        var error = bearer["error"];
        if (error == expected.Error)
        {
            return Judgement.Held;
        }

        return Judgement.Broken(
            new Finding(
                seen.Where("header WWW-Authenticate"),
                Cited.At(
                    expected.Error is null ? "no error" : $"error=\"{expected.Error}\"",
                    expected.Requirement.Location
                ),
                Excerpt.OfHeader(lines),
                expected.Error is null
                    ? "leave the error out where no credential was sent"
                    : $"send WWW-Authenticate: Bearer error=\"{expected.Error}\""
            )
        );
    }
}
