namespace Conformance.Verdicts.Results;

/// <summary>Which side of the contract a run was about.</summary>
public enum RunSubject
{
    /// <summary>The provider: its API and its deliveries.</summary>
    Provider,

    /// <summary>The consumer's client.</summary>
    Client,

    /// <summary>The consumer's receiver of deliveries.</summary>
    Receiver,
}
