namespace Conformance.Specification.Schemas;

/// <summary>The drafts of JSON Schema that are understood, oldest first.</summary>
public enum SchemaDraft
{
    /// <summary>Draft 4.</summary>
    Draft4,

    /// <summary>Draft 6.</summary>
    Draft6,

    /// <summary>Draft 7.</summary>
    Draft7,

    /// <summary>Draft 2019-09.</summary>
    Draft201909,

    /// <summary>Draft 2020-12.</summary>
    Draft202012,
}
