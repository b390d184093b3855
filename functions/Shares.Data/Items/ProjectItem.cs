using System.Globalization;
using Amazon.DynamoDBv2.Model;
using Shares.Core.Ids;
using Shares.Core.Projects;
using Shares.Data.Store;

namespace Shares.Data.Items;

/// <summary>A project: <c>PROJECT#{p}</c>, <c>META</c>. Also counts the project's owners, so that the last one cannot go.</summary>
public static class ProjectItem
{
    public const string Prefix = "PROJECT#";
    public const string Owners = "Owners";

    /// <summary>What an edit may change. Not among them: identity, bucket, the status (Provisioning's) and the count of owners.</summary>
    public static readonly IReadOnlyList<string> Editable =
    [
        "Name", "Description", "Tags", "Organization", "ClassificationIds", "BillingAccountId", "Contacts", "BudgetAmount", "BudgetPeriod",
        "IsDiscoverable", "IsShareable", "PipelineRole", "UpdatedAt", "Version",
    ];

    public static string Partition(ProjectId id) => $"{Prefix}{id}";

    public static Key KeyOf(ProjectId id) => new(Partition(id), Key.Meta);

    public static Item ToItem(Project project)
    {
        ArgumentNullException.ThrowIfNull(project);
        return KeyOf(project.Id).ToItem()
            .With("Name", project.Name)
            .With("Description", project.Description)
            .With("Status", project.Status)
            .With("StatusMessage", project.StatusMessage)
            .With("Tags", project.Tags)
            .With("Organization", project.Organization)
            .With("ClassificationIds", project.ClassificationIds)
            .With("BillingAccountId", project.BillingAccountId)
            .With("Contacts", project.Contacts, ToMap)
            .With("BudgetAmount", new AttributeValue { N = project.Settings.BudgetAmount.ToString(CultureInfo.InvariantCulture) })
            .With("BudgetPeriod", project.Settings.BudgetPeriod)
            .With("IsDiscoverable", project.Settings.IsDiscoverable)
            .With("IsShareable", project.Settings.IsShareable)
            .With("Bucket", project.Bucket)
            .With("PipelineRole", project.PipelineRoleArn)
            .With("CreatedBy", project.CreatedBy.ToString())
            .With("CreatedAt", project.CreatedAt)
            .With("UpdatedAt", project.UpdatedAt)
            .With("Version", project.Version);
    }

    public static Project FromItem(Item item) => new()
    {
        Id = UuidId.Parse<ProjectId>(Key.Of(item).Partition[Prefix.Length..]),
        Name = item.Text("Name"),
        Description = item.Text("Description"),
        Status = item.Name<ProjectStatus>("Status"),
        StatusMessage = item.Text("StatusMessage"),
        Tags = item.Texts("Tags"),
        Organization = item.Text("Organization"),
        ClassificationIds = item.Texts("ClassificationIds"),
        BillingAccountId = item.Text("BillingAccountId"),
        Contacts = item.List("Contacts", FromMap),
        Settings = new()
        {
            BudgetAmount = decimal.Parse(item["BudgetAmount"].N, NumberStyles.Float, CultureInfo.InvariantCulture),
            BudgetPeriod = item.Name<BudgetPeriod>("BudgetPeriod"),
            IsDiscoverable = item.Flag("IsDiscoverable"),
            IsShareable = item.Flag("IsShareable"),
        },
        Bucket = item.Text("Bucket"),
        PipelineRoleArn = item.TextOrNull("PipelineRole"),
        CreatedBy = item.User("CreatedBy"),
        CreatedAt = item.Time("CreatedAt"),
        UpdatedAt = item.Time("UpdatedAt"),
        Version = item.Number("Version"),
    };

    private static AttributeValue ToMap(Contact contact) => new()
    {
        M = new Item()
            .With("Name", AttributeWriting.Text(contact.Name))
            .With("Organization", contact.Organization)
            .With("Email", contact.Email)
            .With("Phone", contact.Phone),
    };

    private static Contact FromMap(AttributeValue map) =>
        new(map.M.Text("Name"), map.M.Text("Organization"), map.M.Text("Email"), map.M.Text("Phone"));
}
