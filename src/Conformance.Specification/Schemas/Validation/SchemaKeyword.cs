using System.Text.Json;

namespace Conformance.Specification.Schemas.Validation;

/// <summary>One keyword of one schema, ready to be applied. Immutable once the schema is compiled.</summary>
/// <param name="name">The keyword.</param>
/// <param name="pointer">JSON Pointer of the keyword in its document.</param>
internal abstract class SchemaKeyword(string name, string pointer)
{
    /// <summary>The keyword.</summary>
    public string Name { get; } = name;

    /// <summary>JSON Pointer of the keyword in its document.</summary>
    public string Pointer { get; } = pointer;

    /// <summary>Whether the keyword must come after all others, because it asks what they have looked at.</summary>
    public virtual bool ComesLast => false;

    /// <summary>The schemas that the keyword applies to the very same value.</summary>
    public virtual IEnumerable<CompiledSchema> InPlace => [];

    /// <summary>Applies the keyword.</summary>
    /// <param name="instance">The value.</param>
    /// <param name="evaluation">Takes violations.</param>
    /// <param name="evaluated">Takes what was looked at; null when nobody asks.</param>
    public abstract bool Evaluate(JsonElement instance, Evaluation evaluation, Evaluated? evaluated);
}
