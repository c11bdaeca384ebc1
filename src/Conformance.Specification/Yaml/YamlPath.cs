namespace Conformance.Specification.Yaml;

/// <summary>The path of a node in its document; rendered only when a diagnostic or the model asks for it.</summary>
/// <param name="Parent">Path of the enclosing node; null at the root.</param>
/// <param name="Step">The step from there: <c>.key</c>, <c>["odd key"]</c> or <c>[0]</c>.</param>
internal sealed record YamlPath(YamlPath? Parent, string Step)
{
    public static YamlPath Root { get; } = new(null, "");

    public YamlPath Key(string key) => new(this, IsPlain(key) ? (Parent is null ? key : "." + key) : $"[\"{key}\"]");

    public YamlPath Item(int index) => new(this, $"[{index}]");

    public override string ToString() => Parent is null ? Step : Parent + Step;

    private static bool IsPlain(string key) =>
        key.Length > 0 && key.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');
}
