namespace Conformance.Specification.Schemas.Validation;

/// <summary>The properties and elements of one value that some keyword has looked at, for <c>unevaluated*</c>.</summary>
internal sealed class Evaluated
{
    private readonly HashSet<string> properties = new(StringComparer.Ordinal);
    private readonly HashSet<int> items = [];
    private bool allProperties;
    private int firstItems;

    /// <summary>Notes a property.</summary>
    /// <param name="name">Its name.</param>
    public void AddProperty(string name) => properties.Add(name);

    /// <summary>Notes all properties.</summary>
    public void AddAllProperties() => allProperties = true;

    /// <summary>Notes an element.</summary>
    /// <param name="index">Its index.</param>
    public void AddItem(int index) => items.Add(index);

    /// <summary>Notes the first elements.</summary>
    /// <param name="count">How many; <see cref="int.MaxValue"/> for all.</param>
    public void AddFirstItems(int count) => firstItems = Math.Max(firstItems, count);

    /// <summary>Whether a property was noted.</summary>
    /// <param name="name">Its name.</param>
    public bool HasProperty(string name) => allProperties || properties.Contains(name);

    /// <summary>Whether an element was noted.</summary>
    /// <param name="index">Its index.</param>
    public bool HasItem(int index) => index < firstItems || items.Contains(index);

    /// <summary>Notes everything that another one has.</summary>
    /// <param name="other">The other one.</param>
    public void Merge(Evaluated other)
    {
        properties.UnionWith(other.properties);
        items.UnionWith(other.items);
        allProperties |= other.allProperties;
        firstItems = Math.Max(firstItems, other.firstItems);
    }
}
