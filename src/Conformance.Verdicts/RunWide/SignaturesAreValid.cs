using Conformance.Scenarios.Deliveries;
using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Judging;
using Conformance.Verdicts.Results;

namespace Conformance.Verdicts.RunWide;

/// <summary>Deliveries are signed over the bytes they carry, with the shared secret (STANDARDS WHS-02).</summary>
internal sealed class SignaturesAreValid : DeliveryInvariant
{
    private bool isUnverifiable;
    private bool hasNoSecret;

    /// <inheritdoc />
    public override RunJudgement Conclude(ControlMoments moments) =>
        isUnverifiable
            ? RunJudgement.NothingSeen("signatures by HMAC", $"{Looked} signed in a way that is not verified here")
        : hasNoSecret ? RunJudgement.NothingSeen("the secret of the webhooks", $"{Looked}, and no secret")
        : base.Conclude(moments);

    /// <inheritdoc />
    protected override void Look(SeenDelivery delivery)
    {
        if (
            delivery.Webhooks.Security is not { } security
            || DeliveryHeaders.SignatureOf(security) is not { } header
            || delivery.Facts.IsTruncated
        )
        {
            return;
        }

        isUnverifiable = !DeliverySignature.CanVerify(security);
        var location = security.SignatureHeader?.Location ?? security.Location;
        if (delivery.Header(header) is not { Length: > 0 } value)
        {
            Break(
                new Finding(
                    delivery.Where($"{header} header"),
                    Cited.At("the signature of the body", location),
                    delivery.Header(header) is null ? "absent" : "empty",
                    "sign every attempt"
                ),
                delivery.Exchange
            );
            return;
        }

        if (SignatureMemory.Look(delivery, security, value) is not { } found)
        {
            hasNoSecret |= !isUnverifiable;
            return;
        }

        if (found.Problem is { } problem)
        {
            Break(
                new Finding(
                    delivery.Where($"{header} header"),
                    Cited.At(found.Expected, location),
                    problem,
                    "sign the bytes that are sent, after they are serialised, with the secret of this registration"
                ),
                delivery.Exchange
            );
        }
    }
}
