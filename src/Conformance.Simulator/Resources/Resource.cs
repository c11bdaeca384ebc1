using System.Text.Json.Nodes;

namespace Conformance.Simulator.Resources;

/// <summary>A resource as it is stored. Its fields are never changed in place.</summary>
/// <param name="Type">The resource type.</param>
/// <param name="Id">Its identifier.</param>
/// <param name="Owner">The client that made it; no other sees it (STANDARDS SEC-01).</param>
/// <param name="Fields">All fields, those of requests and those of responses.</param>
internal sealed record Resource(string Type, string Id, string Owner, JsonObject Fields);
