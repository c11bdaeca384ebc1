using Conformance.Specification.Model;

namespace Conformance.Specification.Yaml;

/// <summary>First and last place of a node, 1-based; the end column is just after the last character.</summary>
internal readonly record struct YamlSpan(int Line, int Column, int EndLine, int EndColumn)
{
    public SourceLocation In(string file, string path) => new(file, Line, Column, EndLine, EndColumn, path);
}
