using System.Collections.Immutable;

namespace Conformance.Scenarios.Cases;

/// <summary>How the deliveries of one event are answered, attempt by attempt; the last answer holds for all that follow.</summary>
/// <param name="Answers">The answers in order; at least one.</param>
public sealed record DeliveryScript(ImmutableArray<DeliveryAnswer> Answers)
{
    /// <summary>A script of statuses.</summary>
    /// <param name="statuses">The statuses in order.</param>
    public static DeliveryScript Of(params int[] statuses) =>
        new([.. statuses.Select(s => new DeliveryAnswer.Status(s))]);

    /// <summary>The answer to an attempt.</summary>
    /// <param name="attempt">Its number, from 1.</param>
    public DeliveryAnswer For(int attempt) => Answers[Math.Min(attempt, Answers.Length) - 1];
}

/// <summary>How one delivery is answered.</summary>
public abstract record DeliveryAnswer
{
    private DeliveryAnswer() { }

    /// <summary>At once, with a status.</summary>
    /// <param name="Code">HTTP status.</param>
    public sealed record Status(int Code) : DeliveryAnswer;

    /// <summary>At once, with a redirection to another place of the same listener.</summary>
    /// <param name="Code">HTTP status.</param>
    public sealed record Redirect(int Code) : DeliveryAnswer;

    /// <summary>After a time of the target's clock, with a status; not at all when the sender has given up by then.</summary>
    /// <param name="After">How long after its arrival.</param>
    /// <param name="Code">HTTP status.</param>
    public sealed record Late(TimeSpan After, int Code) : DeliveryAnswer;

    /// <summary>Not at all: the connection is broken off.</summary>
    public sealed record Broken : DeliveryAnswer;

    /// <summary>Nobody listens while the event is caused: connections are refused.</summary>
    public sealed record Down : DeliveryAnswer;
}
