using System.Collections.Immutable;
using System.Text.Json;

namespace Conformance.Specification.Model;

/// <summary>What an operation does to a resource.</summary>
public enum ResourceAction
{
    /// <summary>Makes a new resource.</summary>
    Create,

    /// <summary>Returns one resource.</summary>
    Read,

    /// <summary>Returns many resources.</summary>
    List,

    /// <summary>Returns the resources that match a query.</summary>
    Search,

    /// <summary>Changes fields of a resource.</summary>
    Update,

    /// <summary>Moves a resource to another state (cancel, approve, ship).</summary>
    Transition,

    /// <summary>Removes a resource.</summary>
    Delete,
}

/// <summary>Whom resources belong to.</summary>
public enum ResourceOwnership
{
    /// <summary>The client that created them: to other clients they do not exist.</summary>
    Client,

    /// <summary>All clients.</summary>
    Shared,
}

/// <summary>The part an operation plays in the life of a resource.</summary>
public sealed record ResourceRole
{
    /// <summary>Name of the resource type, for example <c>order</c>.</summary>
    public required Located<string> Type { get; init; }

    /// <summary>What is done to it.</summary>
    public required ResourceAction Action { get; init; }

    /// <summary>Field of the resource's representation that identifies it, for example <c>order_id</c>.</summary>
    public required Located<string> Identifier { get; init; }

    /// <summary>Path parameter that carries the identifier; null for operations on the collection.</summary>
    public string? PathParameter { get; init; }

    /// <summary>Field of a list's or search's response that holds the resources; null when the body is the array itself.</summary>
    public string? CollectionField { get; init; }

    /// <summary>Query parameter that a search matches on.</summary>
    public string? QueryParameter { get; init; }

    /// <summary>The order in which a list or search returns its elements; null when it is left open.</summary>
    public Located<ListOrder>? Order { get; init; }

    /// <summary>Whom the resources belong to; null when it is left open.</summary>
    public Located<ResourceOwnership>? Ownership { get; init; }

    /// <summary>Fields a transition sets, with their values.</summary>
    public ImmutableArray<KeyValuePair<string, JsonElement>> Sets { get; init; } = [];

    /// <summary>Fields and the values they may have before the transition; empty when any.</summary>
    public ImmutableArray<KeyValuePair<string, ImmutableArray<JsonElement>>> From { get; init; } = [];

    /// <summary>Error code of a transition from a state that does not allow it.</summary>
    public Located<string>? ConflictError { get; init; }

    /// <summary>Whether the suite may call this operation to remove or neutralise what it created.</summary>
    public bool CleansUp { get; init; }

    /// <summary>Computed fields: name and formula in the dialect, for example <c>sum(items[].quantity * items[].unit_price)</c>.</summary>
    public ImmutableArray<KeyValuePair<string, Located<string>>> Computed { get; init; } = [];

    /// <summary>Where the role stands.</summary>
    public required SourceLocation Location { get; init; }
}
