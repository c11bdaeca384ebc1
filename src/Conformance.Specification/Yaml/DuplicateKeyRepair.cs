namespace Conformance.Specification.Yaml;

/// <summary>The repair of a duplicate key: a list where the dialect has a list form, else one of the two must go.</summary>
internal static class DuplicateKeyRepair
{
    public static string For(YamlPath parent, string key) =>
        parent.ToString().EndsWith("per_endpoint", StringComparison.Ordinal)
            ? "write per_endpoint as a list, which keeps both:\n"
                + $"  - path: \"{key}\"\n    method: ...\n    limit: ...\n    reason: ...\n"
                + $"  - path: \"{key}\"\n    method: ...\n    limit: ...\n    reason: ..."
            : $"remove one of the two '{key}', or merge what they say";
}
