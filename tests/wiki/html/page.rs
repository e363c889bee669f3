//! A report's page as a reader sees it: the rows of its table, and what stands outside.

use super::Element;

/// The page of a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// The rows of the first table, from top to bottom. A table inside a cell belongs to the cell.
    pub rows: Vec<Row>,
    /// How many tables there are, those inside cells counted.
    pub tables: usize,
    /// What a reader sees before and after the first table. Where an opened and never closed construct has eaten the
    /// table, everything is here.
    pub outside: String,
}

/// One row of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What a reader sees in each cell.
    pub cells: Vec<String>,
    /// The same cells as trees.
    pub elements: Vec<Element>,
}

impl Page {
    /// The page in this HTML.
    pub fn of(html: &Element) -> Self {
        let tables = html.all("table");
        let rows = tables.first().map(|table| rows(table)).unwrap_or_default();
        let mut without_table = html.clone();
        remove_first_table(&mut without_table);
        Self { rows, tables: tables.len(), outside: without_table.displayed() }
    }

    /// What a reader sees in the answer's cell of each row that has one: the last of exactly two cells.
    pub fn answers(&self) -> Vec<&str> {
        self.rows.iter().filter(|row| row.cells.len() == 2).map(|row| row.cells[1].as_str()).collect()
    }
}

fn rows(table: &Element) -> Vec<Row> {
    let groups = table.elements().filter(|child| ["tbody", "thead", "tfoot"].contains(&child.name.as_str()));
    let containers = std::iter::once(table).chain(groups);
    containers
        .flat_map(|container| container.elements().filter(|child| child.name == "tr"))
        .map(row)
        .collect()
}

fn row(row: &Element) -> Row {
    let cells = row.elements().filter(|child| child.name == "td" || child.name == "th");
    let elements: Vec<Element> = cells.cloned().collect();
    Row { cells: elements.iter().map(Element::displayed).collect(), elements }
}

/// Takes the first table out; whether there was one.
fn remove_first_table(element: &mut Element) -> bool {
    let mut at = 0;
    while let Some(node) = element.children.get_mut(at) {
        if let super::Node::Element(child) = node {
            if child.name == "table" {
                element.children.remove(at);
                return true;
            }
            if remove_first_table(child) {
                return true;
            }
        }
        at += 1;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::html::read;

    #[test]
    fn tells_rows_and_cells_from_what_is_around_them() {
        let html = "<p>before</p><table><tbody><tr><th colspan=\"2\">head</th></tr>\
                    <tr><td>q</td><td>a<table><tbody><tr><td>inner</td></tr></tbody></table></td></tr>\
                    </tbody></table>after";
        let page = Page::of(&read(html).unwrap());
        assert_eq!(page.rows.len(), 2);
        assert_eq!(page.rows[0].cells, ["head"]);
        assert_eq!(page.answers(), ["a\ninner"]);
        assert_eq!(page.tables, 2);
        assert_eq!(page.outside, "before\n\nafter");
    }
}
