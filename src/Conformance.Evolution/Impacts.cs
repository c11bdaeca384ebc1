namespace Conformance.Evolution;

/// <summary>What a change means for both sides.</summary>
/// <param name="Consumers">For a consumer built for the old contract that meets a provider of the new one.</param>
/// <param name="Provider">For a provider built for the old contract that is held to the new one.</param>
public sealed record Impacts(Impact Consumers, Impact Provider)
{
    /// <summary>Consumers must change; a provider that stays as it is harms nobody.</summary>
    internal static Impacts OnConsumers { get; } = new(Impact.Breaking, Impact.NonBreaking);

    /// <summary>The provider must change before anybody may rely on it; consumers may stay as they are.</summary>
    internal static Impacts OnProvider { get; } = new(Impact.NonBreaking, Impact.Breaking);

    /// <summary>Both must change.</summary>
    internal static Impacts OnBoth { get; } = new(Impact.Breaking, Impact.Breaking);

    /// <summary>Worth knowing, but nobody must change.</summary>
    internal static Impacts OnNobody { get; } = new(Impact.NonBreaking, Impact.NonBreaking);

    /// <summary>Only what people read.</summary>
    internal static Impacts OnReaders { get; } = new(Impact.Documentation, Impact.Documentation);

    /// <summary>The impact from one point of view; from both, the worse.</summary>
    /// <param name="view">Whose.</param>
    public Impact By(View view) =>
        view switch
        {
            View.Consumer => Consumers,
            View.Provider => Provider,
            _ => Consumers > Provider ? Consumers : Provider,
        };
}
