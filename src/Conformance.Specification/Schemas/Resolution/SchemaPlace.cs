using System.Text.Json;

namespace Conformance.Specification.Schemas.Resolution;

/// <summary>A document that holds schemas.</summary>
/// <param name="Root">Its value.</param>
internal sealed record SchemaDocument(JsonElement Root)
{
    /// <inheritdoc />
    public bool Equals(SchemaDocument? other) => ReferenceEquals(this, other);

    /// <inheritdoc />
    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}

/// <summary>A schema with an identity of its own: a document's root, or a subschema with an <c>$id</c>.</summary>
/// <param name="Uri">Its identity.</param>
/// <param name="Document">The document it is in.</param>
/// <param name="Pointer">JSON Pointer from the document's root.</param>
/// <param name="Dialect">What its keywords mean.</param>
internal sealed record SchemaResource(Uri Uri, SchemaDocument Document, string Pointer, SchemaDialect Dialect);

/// <summary>One schema in a document.</summary>
/// <param name="Resource">The resource it belongs to, which decides base URI and dialect.</param>
/// <param name="Pointer">JSON Pointer from the document's root.</param>
/// <param name="Element">The schema's value.</param>
internal sealed record SchemaPlace(SchemaResource Resource, string Pointer, JsonElement Element)
{
    /// <summary>What tells places apart.</summary>
    public (SchemaDocument Document, string Pointer) Key => (Resource.Document, Pointer);
}
