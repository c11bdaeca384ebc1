namespace Conformance.Evolution;

/// <summary>What a change of the contract means for one of its sides.</summary>
public enum Impact
{
    /// <summary>Nothing that can be observed: texts for people, names that do not travel.</summary>
    Documentation,

    /// <summary>The side may go on as it is.</summary>
    NonBreaking,

    /// <summary>A side that keeps to the old contract does not fulfil, or cannot live with, the new one.</summary>
    Breaking,
}
