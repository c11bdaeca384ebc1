using Conformance.Specification.Diagnostics;

namespace Conformance.Specification.Yaml;

/// <summary>Reading cannot go on; never leaves <see cref="YamlReader"/>.</summary>
internal sealed class YamlRejected(Diagnostic diagnostic) : Exception(diagnostic.Message)
{
    public Diagnostic Diagnostic { get; } = diagnostic;
}
