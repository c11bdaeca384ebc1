namespace Conformance.Specification.Schemas.Validation;

/// <summary>How a keyword holds schemas.</summary>
[Flags]
internal enum SubschemaShape
{
    /// <summary>It holds none.</summary>
    None = 0,

    /// <summary>Its value is a schema.</summary>
    Single = 1,

    /// <summary>Its value is a list of schemas.</summary>
    List = 2,

    /// <summary>Its value is an object whose members are schemas.</summary>
    Map = 4,
}
