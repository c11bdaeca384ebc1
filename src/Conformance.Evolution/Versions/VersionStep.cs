namespace Conformance.Evolution.Versions;

/// <summary>The part of a semantic version that a change moves on.</summary>
public enum VersionStep
{
    /// <summary>Nothing is different.</summary>
    None,

    /// <summary>Texts are.</summary>
    Patch,

    /// <summary>Something was added that consumers need not care about.</summary>
    Minor,

    /// <summary>Consumers must change.</summary>
    Major,
}
