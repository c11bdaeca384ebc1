namespace Conformance.Specification.Model;

/// <summary>What a message of a sequence diagram is in terms of the specification.</summary>
public abstract record DiagramMeaning
{
    private DiagramMeaning() { }

    /// <summary>The client calls an operation.</summary>
    /// <param name="Endpoint">The operation.</param>
    public sealed record Call(Endpoint Endpoint) : DiagramMeaning;

    /// <summary>The provider answers a call.</summary>
    /// <param name="Called">Number of the message that is answered, from 0.</param>
    /// <param name="Status">HTTP status; null when none is told, so that it is the operation's success.</param>
    /// <param name="ErrorCode">Error code; null when none is told.</param>
    public sealed record Answer(int Called, int? Status, string? ErrorCode) : DiagramMeaning;

    /// <summary>The provider delivers an event.</summary>
    /// <param name="Event">The event.</param>
    public sealed record Delivery(WebhookEvent Event) : DiagramMeaning;

    /// <summary>Nobody between client and provider can see it.</summary>
    /// <param name="Reason">Why, in a sentence.</param>
    public sealed record Unobserved(string Reason) : DiagramMeaning;

    /// <summary>It names an operation, a status or an event that the specification does not declare.</summary>
    /// <param name="Problem">What is not declared, in words that follow the message.</param>
    /// <param name="Expected">What is declared instead.</param>
    public sealed record Undeclared(string Problem, string Expected) : DiagramMeaning;
}
