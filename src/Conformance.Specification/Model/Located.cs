namespace Conformance.Specification.Model;

/// <summary>A value together with the place it was written at.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <param name="Value">The value.</param>
/// <param name="Location">Where it was written.</param>
public sealed record Located<T>(T Value, SourceLocation Location)
{
    /// <summary>Reads the value where its place does not matter.</summary>
    /// <param name="located">The located value.</param>
    public static implicit operator T(Located<T> located) => located.Value;

    /// <summary>Same as the implicit conversion.</summary>
    public T ToT() => Value;

    /// <inheritdoc />
    public override string ToString() => Value?.ToString() ?? "";
}
