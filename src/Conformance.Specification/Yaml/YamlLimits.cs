namespace Conformance.Specification.Yaml;

/// <summary>What a specification may be at most. Far above any honest one, far below what harms the machine.</summary>
internal static class YamlLimits
{
    /// <summary>Bytes of one file: a specification of ten thousand endpoints has about 30 MB.</summary>
    public const int MaxFileBytes = 32 * 1024 * 1024;

    /// <summary>Files of one folder.</summary>
    public const int MaxFiles = 1_000;

    /// <summary>Levels of nesting; the same as JSON readers allow by default.</summary>
    public const int MaxDepth = 64;

    /// <summary>Nodes that aliases may add to a document when they are written out.</summary>
    public const int MaxAliasedNodes = 200_000;

    /// <summary>Data models that one leads through by references. The largest published documents have some hundreds.</summary>
    public const int MaxModelLevels = 1_000;

    /// <summary>Lines of a sequence diagram; nobody reads one of a hundred.</summary>
    public const int MaxDiagramLines = 2_000;

    /// <summary>Double-quoted texts with wrong escapes that are repaired to go on reading.</summary>
    public const int MaxRepairs = 20;
}
