using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Judging;
using Conformance.Verdicts.Results;
using Expected = Conformance.Scenarios.Expectations.CredentialIsTaken;

namespace Conformance.Verdicts.Checks;

/// <summary>
/// A valid credential is taken. Any answer but 401 and 403 shows that it was looked at and found good; an overloaded or
/// broken server shows nothing.
/// </summary>
internal sealed class CredentialIsTaken : ExchangeCheck<Expected>
{
    /// <inheritdoc />
    protected override Judgement Judge(Expected expected, SeenExchange seen) =>
        seen.Status switch
        {
            401 or 403 => Judgement.Broken(
                new Finding(
                    seen.Where("status line"),
                    Cited.At("neither 401 nor 403, for the credential is valid", expected.Requirement.Location),
                    $"{seen.Summary()}{Challenge(seen)}",
                    "let this credential in, or change what the specification says of it"
                )
            ),
            429 or >= 500 => Judgement.NotJudged(
                seen.Where("status line"),
                "a decision about the credential",
                $"the request was not looked at: {seen.Summary()}",
                "see why the target does not serve requests"
            ),
            _ => Judgement.Held,
        };

    private static string Challenge(SeenExchange seen)
    {
        var lines = seen.Response.HeaderValues("WWW-Authenticate").ToArray();
        return lines.Length == 0 ? "" : $"; WWW-Authenticate: {Excerpt.OfHeader(lines)}";
    }
}
