namespace Conformance.Tests.Simulator;

/// <summary>Order payloads for the tests of the simulator.</summary>
internal static class Orders
{
    public const string Valid = """
        {"customer_id":"CUST-12345","items":[{"product_id":"SKU-001","quantity":2,"unit_price":29.99}]}
        """;

    public const string Other = """
        {"customer_id":"CUST-12345","items":[{"product_id":"SKU-001","quantity":3,"unit_price":29.99}]}
        """;
}
