namespace Conformance.Simulator.Webhooks;

/// <summary>What goes into a signature.</summary>
/// <param name="Terms">How deliveries are signed.</param>
/// <param name="Secret">The subscriber's secret.</param>
/// <param name="Id">The event's id.</param>
/// <param name="Stamp">The time of the attempt as it is told; empty when it is not.</param>
/// <param name="Body">The bytes that are sent.</param>
internal sealed record SigningInput(
    SigningTerms Terms,
    string Secret,
    string Id,
    string Stamp,
    ReadOnlyMemory<byte> Body
)
{
    /// <summary>The signature of it, before it is computed.</summary>
    public SignatureDraft Draft() => Terms.Draft(Secret, Id, Stamp, Body);
}
