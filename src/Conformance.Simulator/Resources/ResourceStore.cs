namespace Conformance.Simulator.Resources;

/// <summary>The resources, in the order of their making.</summary>
internal sealed class ResourceStore
{
    private readonly Lock _gate = new();
    private readonly OrderedDictionary<(string Type, string Id), Resource> _resources = [];

    /// <summary>Stores a new resource, or a changed one in the place of the old.</summary>
    public void Put(Resource resource)
    {
        lock (_gate)
        {
            _resources[(resource.Type, resource.Id)] = resource;
        }
    }

    /// <summary>A client's resource, or null.</summary>
    public Resource? Find(string type, string id, string owner) => Find(type, id, r => r.Owner == owner);

    /// <summary>The resource of that identifier if it is seen, or null.</summary>
    public Resource? Find(string type, string id, Func<Resource, bool> isSeen)
    {
        lock (_gate)
        {
            return _resources.TryGetValue((type, id), out var found) && isSeen(found) ? found : null;
        }
    }

    /// <summary>A client's resources of a type, newest first.</summary>
    public IReadOnlyList<Resource> List(string type, string owner) => List(type, r => r.Owner == owner);

    /// <summary>The resources of a type that are seen, newest first.</summary>
    public IReadOnlyList<Resource> List(string type, Func<Resource, bool> isSeen)
    {
        lock (_gate)
        {
            return [.. _resources.Values.Where(r => r.Type == type && isSeen(r)).Reverse()];
        }
    }

    /// <summary>Changes a resource in one step, so that of simultaneous changes none is lost.</summary>
    /// <param name="type">Resource type.</param>
    /// <param name="id">Identifier.</param>
    /// <param name="isSeen">Whether the client sees it.</param>
    /// <param name="change">The changed resource; null to leave it as it is.</param>
    /// <returns>The resource before, and after if it was changed; null when there is none.</returns>
    public (Resource Before, Resource? After)? Change(
        string type,
        string id,
        Func<Resource, bool> isSeen,
        Func<Resource, Resource?> change
    )
    {
        lock (_gate)
        {
            if (Find(type, id, isSeen) is not { } before)
            {
                return null;
            }

            var after = change(before);
            if (after is not null)
            {
                _resources[(type, id)] = after;
            }

            return (before, after);
        }
    }

    /// <summary>Removes a resource.</summary>
    public void Remove(Resource resource)
    {
        lock (_gate)
        {
            _resources.Remove((resource.Type, resource.Id));
        }
    }

    /// <summary>Removes every resource.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _resources.Clear();
        }
    }
}
